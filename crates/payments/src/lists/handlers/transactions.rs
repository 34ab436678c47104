//! `GET /api/v1/order-payments/order-payments/client-payments`, `…/all-transactions`

use axum::{Json, extract::State};
use serde::Deserialize;
use tally_auth::{Admin, ScopeQuery, Scoped, StaffOrClient};
use tally_db::Db;
use tally_entity::{Role, UserId};
use tally_http::{
    ApiResult, DayOrInstant, Page, PageQuery, Paging, Params, Problems, Words,
    access::{ADMIN, STAFF_OR_CLIENT},
};
use utoipa::IntoParams;

use crate::{
    lists::repository::transactions::{self, Wanted, Whose},
    payments::handlers::row::PaymentRow,
};

/// Which payments are wanted.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct PaymentsQuery {
    /// Any of these types.
    #[param(value_type = Option<Vec<String>>)]
    payment_type: Option<Words>,
    /// Any of these statuses.
    #[param(value_type = Option<Vec<String>>)]
    status: Option<Words>,
    /// Of this client. Not for clients, who see their own.
    #[param(value_type = Option<i64>)]
    client_id: Option<UserId>,
    /// Made on this day or later.
    #[param(value_type = Option<String>)]
    date_from: Option<DayOrInstant>,
    /// Made on this day or before.
    #[param(value_type = Option<String>)]
    date_to: Option<DayOrInstant>,
    /// The beginning of a reference; for staff also of a client's user name or e-mail address.
    search: Option<String>,
}

impl From<PaymentsQuery> for Wanted {
    fn from(query: PaymentsQuery) -> Self {
        let PaymentsQuery { payment_type, status, client_id, date_from, date_to, search } = query;
        Self {
            payment_types: payment_type.map(|Words(words)| words),
            statuses: status.map(|Words(words)| words),
            client: client_id,
            from: date_from.map(DayOrInstant::start),
            until: date_to.map(DayOrInstant::end),
            search,
        }
    }
}

/// What clients paid and what went through their wallets; clients see their own
#[utoipa::path(
    get,
    path = "/order-payments/order-payments/client-payments",
    tag = "payments",
    params(ScopeQuery, PaymentsQuery, PageQuery),
    responses((status = OK, body = Page<PaymentRow>), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(STAFF_OR_CLIENT))),
)]
pub(crate) async fn list_client_payments(
    State(db): State<Db>,
    caller: Scoped<StaffOrClient>,
    paging: Paging<200, 50>,
    Params(query): Params<PaymentsQuery>,
) -> ApiResult<Json<Page<PaymentRow>>> {
    let is_client = caller.role == Role::Client;
    let whose = if is_client { Whose::Client(caller.id) } else { Whose::Clients(caller.scope) };
    page(&db, whose, query, &paging, caller.role).await
}

/// All that went in and out, bonuses too
#[utoipa::path(
    get,
    path = "/order-payments/order-payments/all-transactions",
    tag = "payments",
    params(ScopeQuery, PaymentsQuery, PageQuery),
    responses((status = OK, body = Page<PaymentRow>), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(ADMIN))),
)]
pub(crate) async fn list_all_transactions(
    State(db): State<Db>,
    admin: Scoped<Admin>,
    paging: Paging<200, 50>,
    Params(query): Params<PaymentsQuery>,
) -> ApiResult<Json<Page<PaymentRow>>> {
    page(&db, Whose::Everybody(admin.scope), query, &paging, admin.role).await
}

async fn page(
    db: &Db,
    whose: Whose,
    query: PaymentsQuery,
    paging: &Paging<200, 50>,
    reader: Role,
) -> ApiResult<Json<Page<PaymentRow>>> {
    let (limit, offset) = (paging.limit(), paging.offset());
    let (count, rows) = transactions::load(db.reads(), whose, &query.into(), limit, offset).await?;
    Ok(Json(paging.page(count, rows.into_iter().map(|row| PaymentRow::of(row, reader)).collect())))
}
