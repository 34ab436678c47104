//! When the wanted orders were placed and changed, and are due.

use serde::Deserialize;
use tally_http::DayOrInstant;
use utoipa::IntoParams;

use crate::orders::repository::list::{Span, Wanted};

/// When the wanted orders were placed and changed, and are due: from a day or an instant on, up to a day,
/// which is included, or an instant, which is not.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct TimeQuery {
    #[param(value_type = Option<String>)]
    created_from: Option<DayOrInstant>,
    #[param(value_type = Option<String>)]
    created_to: Option<DayOrInstant>,
    /// The same as `created_from`.
    #[param(value_type = Option<String>)]
    date_from: Option<DayOrInstant>,
    /// The same as `created_to`.
    #[param(value_type = Option<String>)]
    date_to: Option<DayOrInstant>,
    /// The client's deadline, like the next.
    #[param(value_type = Option<String>)]
    deadline_from: Option<DayOrInstant>,
    #[param(value_type = Option<String>)]
    deadline_to: Option<DayOrInstant>,
    #[serde(rename = "writer_deadline__gte")]
    #[param(value_type = Option<String>)]
    writer_deadline_gte: Option<DayOrInstant>,
    #[serde(rename = "writer_deadline__lte")]
    #[param(value_type = Option<String>)]
    writer_deadline_lte: Option<DayOrInstant>,
    #[param(value_type = Option<String>)]
    updated_from: Option<DayOrInstant>,
    #[param(value_type = Option<String>)]
    updated_to: Option<DayOrInstant>,
}

impl TimeQuery {
    pub(super) fn narrow(self, wanted: &mut Wanted) {
        let Self {
            created_from,
            created_to,
            date_from,
            date_to,
            deadline_from,
            deadline_to,
            writer_deadline_gte,
            writer_deadline_lte,
            updated_from,
            updated_to,
        } = self;
        wanted.created = span(created_from.or(date_from), created_to.or(date_to));
        wanted.updated = span(updated_from, updated_to);
        wanted.client_deadline = span(deadline_from, deadline_to);
        wanted.writer_deadline = span(writer_deadline_gte, writer_deadline_lte);
    }
}

fn span(from: Option<DayOrInstant>, to: Option<DayOrInstant>) -> Span {
    (from.map(DayOrInstant::start), to.map(DayOrInstant::end))
}
