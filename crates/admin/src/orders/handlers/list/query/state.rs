//! Where the wanted orders stand.

use serde::Deserialize;
use tally_auth::Caller;
use tally_entity::{OrderStatus, Role, order::groups};
use tally_http::{Flag, Words};
use utoipa::IntoParams;

use crate::orders::repository::list::{Attention, Wanted};

/// Where the wanted orders stand.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct StateQuery {
    /// Any of these statuses.
    #[serde(default)]
    #[param(value_type = Option<Vec<String>>)]
    status: Words,
    /// Any of these statuses too.
    #[serde(rename = "status__in", default)]
    #[param(value_type = Option<Vec<String>>)]
    status_in: Words,
    /// Any status of these groups too.
    #[serde(default)]
    #[param(value_type = Option<Vec<String>>)]
    status_group: Words,
    #[param(value_type = Option<bool>)]
    is_paid: Option<Flag>,
    /// True gives nothing: special orders have a list of their own.
    #[param(value_type = Option<bool>)]
    is_special_order: Option<Flag>,
    /// Any of `overdue`, `stuck`, `unassigned` and `unpaid`.
    #[serde(default)]
    #[param(value_type = Option<Vec<String>>)]
    needs_attention: Words,
    /// Shows archived orders too to those who do not see them anyway.
    #[param(value_type = Option<bool>)]
    include_archived: Option<Flag>,
    /// Shows the group of the archived alone.
    #[param(value_type = Option<bool>)]
    only_archived: Option<Flag>,
}

impl StateQuery {
    pub(super) fn narrow(self, wanted: &mut Wanted, caller: &Caller) {
        let Self {
            status,
            status_in,
            status_group,
            is_paid,
            is_special_order,
            needs_attention,
            include_archived,
            only_archived,
        } = self;
        let only_archived = only_archived == Some(Flag(true));
        let named = ![&status, &status_in, &status_group].iter().all(|words| words.0.is_empty());
        let mut statuses: Vec<OrderStatus> = [status, status_in].iter().flat_map(Words::known).collect();
        statuses.extend(status_group.0.iter().flat_map(|group| groups::named(group)));
        wanted.statuses = match (named, only_archived) {
            (false, false) => None,
            (false, true) => Some(groups::ARCHIVED.to_vec()),
            (true, false) => Some(statuses),
            (true, true) => {
                Some(groups::ARCHIVED.iter().filter(|status| statuses.contains(status)).copied().collect())
            }
        };
        let sees_archived = matches!(caller.role, Role::Superadmin | Role::Admin | Role::Support);
        let asked = named || only_archived || include_archived == Some(Flag(true));
        wanted.unarchived = !sees_archived && !asked;
        wanted.is_paid = is_paid.map(|Flag(is_paid)| is_paid);
        wanted.nothing = is_special_order == Some(Flag(true));
        let Words(reasons) = needs_attention;
        wanted.attention =
            (!reasons.is_empty()).then(|| reasons.iter().filter_map(|word| reason(word)).collect());
    }
}

fn reason(word: &str) -> Option<Attention> {
    match word {
        "overdue" => Some(Attention::Overdue),
        "stuck" => Some(Attention::Stuck),
        "unassigned" => Some(Attention::Unassigned),
        "unpaid" => Some(Attention::Unpaid),
        _ => None,
    }
}
