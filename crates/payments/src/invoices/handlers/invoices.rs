//! `GET /api/v1/order-payments/invoices`, `GET /api/v1/order-payments/invoices/{id}`

use axum::{Json, extract::State};
use serde::{Deserialize, Serialize};
use tally_auth::{DeskOrClient, ScopeQuery, Scoped};
use tally_db::Db;
use tally_entity::{InvoiceId, Role, UserId};
use tally_http::{
    ApiError, ApiResult, Page, PageQuery, Paging, Params, PathParam, Problems, Words, access::DESK_OR_CLIENT,
};
use tally_kernel::Clock;
use tokio::try_join;
use utoipa::{IntoParams, ToSchema};

use super::{installment::OwedInstallment, row::InvoiceRow};
use crate::{
    invoices::repository::{
        installments::{self, Owner},
        invoices::{self, Standing, Viewer, Wanted},
    },
    lists::{PaymentOf, of_invoice},
};

/// Which bills are wanted.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct InvoicesQuery {
    /// Any of paid, unpaid, overdue and cancelled.
    #[param(value_type = Option<Vec<String>>)]
    status: Option<Words>,
    #[param(value_type = Option<i64>)]
    client_id: Option<UserId>,
    /// Beginnings of words of the title and of the recipient's name or address, an id, or a reference.
    search: Option<String>,
}

impl From<InvoicesQuery> for Wanted {
    fn from(query: InvoicesQuery) -> Self {
        let InvoicesQuery { status, client_id, search } = query;
        let standing = |word: &String| match word.as_str() {
            "paid" => Some(Standing::Paid),
            "unpaid" => Some(Standing::Unpaid),
            "overdue" => Some(Standing::Overdue),
            "cancelled" => Some(Standing::Cancelled),
            _ => None,
        };
        let standings = status.map(|Words(words)| words.iter().filter_map(standing).collect());
        Self { standings, client: client_id, search }
    }
}

/// A bill with all that belongs to it.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct InvoiceDetail {
    #[serde(flatten)]
    invoice: InvoiceRow,
    /// The next due first.
    installments: Vec<OwedInstallment>,
    /// Newest first.
    payments: Vec<PaymentOf>,
}

fn viewer(caller: &Scoped<DeskOrClient>) -> Viewer {
    if caller.role == Role::Client { Viewer::Client(caller.id) } else { Viewer::Staff(caller.scope) }
}

/// Bills; clients see their own
#[utoipa::path(
    get,
    path = "/order-payments/invoices",
    tag = "payments",
    params(ScopeQuery, InvoicesQuery, PageQuery),
    responses((status = OK, body = Page<InvoiceRow>), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(DESK_OR_CLIENT))),
)]
pub(crate) async fn list_invoices(
    State(db): State<Db>,
    State(clock): State<Clock>,
    caller: Scoped<DeskOrClient>,
    paging: Paging<250, 100>,
    Params(query): Params<InvoicesQuery>,
) -> ApiResult<Json<Page<InvoiceRow>>> {
    let (slice, today) = ((paging.limit(), paging.offset()), clock.now().date_naive());
    let (count, rows) = invoices::load(db.reads(), viewer(&caller), &query.into(), slice, today).await?;
    let rows = rows.into_iter().map(|row| InvoiceRow::of(row, caller.role, today));
    Ok(Json(paging.page(count, rows.collect())))
}

/// One bill
#[utoipa::path(
    get,
    path = "/order-payments/invoices/{id}",
    tag = "payments",
    params(("id" = i64, Path, description = "The bill"), ScopeQuery),
    responses((status = OK, body = InvoiceDetail), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(DESK_OR_CLIENT))),
)]
pub(crate) async fn get_invoice(
    State(db): State<Db>,
    State(clock): State<Clock>,
    caller: Scoped<DeskOrClient>,
    PathParam(id): PathParam<InvoiceId>,
) -> ApiResult<Json<InvoiceDetail>> {
    let today = clock.now().date_naive();
    let (found, installments, payments) = try_join!(
        invoices::find(db.reads(), viewer(&caller), id),
        installments::of_owner(db.reads(), Owner::Invoice(id)),
        of_invoice(db.reads(), id),
    )?;
    let found = found.ok_or_else(|| ApiError::not_found("There is no such invoice."))?;
    Ok(Json(InvoiceDetail {
        invoice: InvoiceRow::of(found, caller.role, today),
        installments: installments.iter().map(|row| OwedInstallment::new(row, today)).collect(),
        payments: payments.into_iter().map(Into::into).collect(),
    }))
}
