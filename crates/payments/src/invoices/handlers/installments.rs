//! `GET /api/v1/order-payments/installments`

use axum::{Json, extract::State};
use serde::Deserialize;
use tally_auth::{Member, ScopeQuery, Scoped};
use tally_db::Db;
use tally_entity::{ClassBundleId, InvoiceId, OrderId, Role, SpecialOrderId};
use tally_http::{ApiResult, DayOrInstant, Page, PageQuery, Paging, Params, Problems, Words, access::MEMBER};
use tally_kernel::Clock;
use utoipa::IntoParams;

use super::installment::OwedInstallment;
use crate::invoices::repository::installments::{self, OwnerKind, Standing, Viewer, Wanted};

/// Which installments are wanted.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct InstallmentsQuery {
    /// Parts of any of `class_bundle`, `special_order`, `order` and `invoice`.
    #[param(value_type = Option<Vec<String>>)]
    owner: Option<Words>,
    #[param(value_type = Option<i64>)]
    order: Option<OrderId>,
    #[param(value_type = Option<i64>)]
    special_order: Option<SpecialOrderId>,
    #[param(value_type = Option<i64>)]
    class_bundle: Option<ClassBundleId>,
    #[param(value_type = Option<i64>)]
    invoice: Option<InvoiceId>,
    /// Any of paid, unpaid, overdue and cancelled.
    #[param(value_type = Option<Vec<String>>)]
    status: Option<Words>,
    /// Due on this day or later.
    #[param(value_type = Option<String>)]
    date_from: Option<DayOrInstant>,
    /// Due on this day or before.
    #[param(value_type = Option<String>)]
    date_to: Option<DayOrInstant>,
}

impl From<InstallmentsQuery> for Wanted {
    fn from(query: InstallmentsQuery) -> Self {
        let InstallmentsQuery {
            owner,
            order,
            special_order,
            class_bundle,
            invoice,
            status,
            date_from,
            date_to,
        } = query;
        Self {
            owners: owner.map(|Words(words)| words.iter().filter_map(|word| kind(word)).collect()),
            standings: status.map(|Words(words)| words.iter().filter_map(|word| standing(word)).collect()),
            order,
            special_order,
            class_bundle,
            invoice,
            from: date_from.map(|from| from.start().date_naive()),
            until: date_to.map(|to| to.end().date_naive()),
        }
    }
}

fn kind(word: &str) -> Option<OwnerKind> {
    match word {
        "class_bundle" => Some(OwnerKind::ClassBundle),
        "special_order" => Some(OwnerKind::SpecialOrder),
        "order" => Some(OwnerKind::Order),
        "invoice" => Some(OwnerKind::Invoice),
        _ => None,
    }
}

fn standing(word: &str) -> Option<Standing> {
    match word {
        "paid" => Some(Standing::Paid),
        "unpaid" => Some(Standing::Unpaid),
        "overdue" => Some(Standing::Overdue),
        "cancelled" => Some(Standing::Cancelled),
        _ => None,
    }
}

/// Part payments: staff sees all, clients those of what is theirs, writers none
#[utoipa::path(
    get,
    path = "/order-payments/installments",
    tag = "payments",
    params(ScopeQuery, InstallmentsQuery, PageQuery),
    responses((status = OK, body = Page<OwedInstallment>), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(MEMBER))),
)]
pub(crate) async fn list_installments(
    State(db): State<Db>,
    State(clock): State<Clock>,
    member: Scoped<Member>,
    paging: Paging<250, 50>,
    Params(query): Params<InstallmentsQuery>,
) -> ApiResult<Json<Page<OwedInstallment>>> {
    let viewer = match member.role {
        Role::Client => Viewer::Client(member.id),
        Role::Writer => Viewer::Nobody,
        Role::Superadmin | Role::Admin | Role::Editor | Role::Support => Viewer::Staff(member.scope),
    };
    let (slice, today) = ((paging.limit(), paging.offset()), clock.now().date_naive());
    let (count, rows) = installments::load(db.reads(), viewer, &query.into(), slice, today).await?;
    Ok(Json(paging.page(count, rows.iter().map(|row| OwedInstallment::new(row, today)).collect())))
}
