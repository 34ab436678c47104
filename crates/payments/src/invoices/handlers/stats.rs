//! `GET /api/v1/order-payments/invoices/stats`

use axum::extract::State;
use serde::Serialize;
use tally_auth::{Admin, ScopeQuery, Scoped};
use tally_cache::{Policy, Reads};
use tally_db::Db;
use tally_http::{Amount, Answer, ApiResult, Problems, RefreshQuery, access::ADMIN};
use tally_kernel::Clock;
use utoipa::ToSchema;

use crate::invoices::repository::stats::{self, Figures};

static POLICY: Policy = Policy::new("payments.invoices", 300, &[Reads::Scoped("invoices")]);

/// How many bills there are, and what is paid of them. Called-off ones do not count.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct InvoiceStats {
    total_invoices: i64,
    paid_invoices: i64,
    unpaid_invoices: i64,
    /// Those of the unpaid whose day has passed.
    overdue_invoices: i64,
    total_amount: Amount,
    paid_amount: Amount,
    unpaid_amount: Amount,
}

impl From<Figures> for InvoiceStats {
    fn from(row: Figures) -> Self {
        let Figures { all, paid, overdue, cents, paid_cents } = row;
        Self {
            total_invoices: all,
            paid_invoices: paid,
            unpaid_invoices: all - paid,
            overdue_invoices: overdue,
            total_amount: Amount::cents(cents),
            paid_amount: Amount::cents(paid_cents),
            unpaid_amount: Amount::cents(cents - paid_cents),
        }
    }
}

/// How many bills there are, and what is paid of them
#[utoipa::path(
    get,
    path = "/order-payments/invoices/stats",
    tag = "payments",
    params(ScopeQuery, RefreshQuery),
    responses((status = OK, body = InvoiceStats), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(ADMIN))),
)]
pub(crate) async fn get_invoice_stats(
    State(db): State<Db>,
    State(clock): State<Clock>,
    admin: Scoped<Admin>,
) -> ApiResult<Answer<InvoiceStats>> {
    let (scope, today) = (admin.scope, clock.now().date_naive());
    let load = move || async move { Ok(stats::load(db.reads(), scope, today).await?.into()) };
    admin.answer(&POLICY).load(load).await
}
