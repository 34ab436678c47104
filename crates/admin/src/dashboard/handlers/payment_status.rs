//! `GET /api/v1/admin-management/dashboard/metrics/payment-status`

use axum::extract::State;
use serde::Serialize;
use tally_auth::{Admin, ScopeQuery, Scoped};
use tally_cache::{Policy, Reads};
use tally_db::Db;
use tally_http::{Amount, Answer, ApiResult, Problems, RefreshQuery, access::ADMIN};
use utoipa::ToSchema;

use crate::dashboard::repository::payment_status::{self, PaymentStatus};

static POLICY: Policy = Policy::new("admin.payment_status", 300, &[Reads::Scoped("orders")]).warm();

/// What is paid and what is owed.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct PaymentStatusAnswer {
    paid: Paid,
    unpaid: Unpaid,
}

/// Orders that are paid.
#[derive(Debug, Serialize, ToSchema)]
struct Paid {
    count: i64,
    revenue: Amount,
}

/// Orders that are not.
#[derive(Debug, Serialize, ToSchema)]
struct Unpaid {
    count: i64,
    /// Always 0: nothing was taken for them.
    revenue: Amount,
    /// What is owed for them.
    outstanding: Amount,
}

impl From<PaymentStatus> for PaymentStatusAnswer {
    fn from(row: PaymentStatus) -> Self {
        let PaymentStatus { paid, paid_cents, unpaid, unpaid_cents } = row;
        Self {
            paid: Paid { count: paid, revenue: Amount::cents(paid_cents) },
            unpaid: Unpaid {
                count: unpaid,
                revenue: Amount::default(),
                outstanding: Amount::cents(unpaid_cents),
            },
        }
    }
}

/// Paid and unpaid orders
#[utoipa::path(
    get,
    path = "/admin-management/dashboard/metrics/payment-status",
    tag = "admin",
    params(ScopeQuery, RefreshQuery),
    responses((status = OK, body = PaymentStatusAnswer), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(ADMIN))),
)]
pub(crate) async fn get_admin_payment_status(
    State(db): State<Db>,
    admin: Scoped<Admin>,
) -> ApiResult<Answer<PaymentStatusAnswer>> {
    let scope = admin.scope;
    let load = move || async move { payment_status::load(db.reads(), scope).await.map(Into::into) };
    admin.answer(&POLICY).load(load).await
}
