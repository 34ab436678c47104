//! `GET /api/v1/admin-management/special-orders/installment-tracking`

use axum::extract::State;
use chrono::NaiveDate;
use serde::Serialize;
use tally_auth::{ScopeQuery, Scoped, Staff};
use tally_cache::{Policy, Reads};
use tally_db::Db;
use tally_entity::{SpecialOrderId, SpecialOrderStatus, UserId};
use tally_http::{Amount, Answer, ApiResult, Params, Problems, RefreshQuery, access::STAFF};
use tally_kernel::Clock;
use tokio::try_join;
use utoipa::ToSchema;

use super::tracking::{OfSpecialOrder, TrackingAnswer, TrackingQuery};
use crate::installments::repository::{
    pending::{self, PendingOrder},
    tracking::{self, Owner, Tracking},
};

static POLICY: Policy = Policy::new(
    "admin.installments",
    300,
    &[Reads::Scoped("installments"), Reads::Whole("special_orders"), Reads::Whole("users")],
);

/// The installments of special orders, and the orders that are not paid in full.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct SpecialOrderTrackingAnswer {
    #[serde(flatten)]
    tracking: TrackingAnswer<OfSpecialOrder>,
    /// Special orders with an installment that is not paid.
    orders_with_pending_installments: i64,
    /// The 50 of them that are next due.
    pending_installments: Vec<PendingOrderRow>,
}

/// A special order that is not paid in full.
#[derive(Debug, Serialize, ToSchema)]
struct PendingOrderRow {
    #[schema(value_type = i64)]
    order_id: SpecialOrderId,
    #[schema(value_type = i64)]
    client_id: UserId,
    client_username: String,
    total_cost: Option<Amount>,
    #[schema(value_type = String)]
    status: SpecialOrderStatus,
    pending_installments_count: i64,
    total_pending_amount: Amount,
    next_due_date: Option<NaiveDate>,
    /// The amount of the installment that is next due.
    next_due_amount: Amount,
}

impl From<(Tracking, Vec<PendingOrder>)> for SpecialOrderTrackingAnswer {
    fn from((tracking, pending): (Tracking, Vec<PendingOrder>)) -> Self {
        Self {
            tracking: tracking.into(),
            orders_with_pending_installments: pending.first().map_or(0, |row| row.orders),
            pending_installments: pending.into_iter().map(Into::into).collect(),
        }
    }
}

impl From<PendingOrder> for PendingOrderRow {
    fn from(row: PendingOrder) -> Self {
        let PendingOrder {
            orders: _,
            order_id,
            client_id,
            client_username,
            total_cost_cents,
            status,
            pending,
            pending_cents,
            next_due_on,
            next_due_cents,
        } = row;
        Self {
            order_id,
            client_id,
            client_username,
            total_cost: total_cost_cents.map(Amount::cents),
            status,
            pending_installments_count: pending,
            total_pending_amount: Amount::cents(pending_cents),
            next_due_date: next_due_on,
            next_due_amount: Amount::cents(next_due_cents),
        }
    }
}

/// Installments of special orders
#[utoipa::path(
    get,
    path = "/admin-management/special-orders/installment-tracking",
    tag = "admin",
    params(ScopeQuery, RefreshQuery, TrackingQuery),
    responses((status = OK, body = SpecialOrderTrackingAnswer), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(STAFF))),
)]
pub(crate) async fn get_admin_special_installments(
    State(db): State<Db>,
    State(clock): State<Clock>,
    staff: Scoped<Staff>,
    Params(query): Params<TrackingQuery>,
) -> ApiResult<Answer<SpecialOrderTrackingAnswer>> {
    let (scope, listed, limit, now) = (staff.scope, query.listed(), query.limit(), clock.now());
    let load = move || async move {
        let tracking = tracking::load(db.reads(), scope, Owner::SpecialOrder, listed, limit, now);
        try_join!(tracking, pending::load(db.reads(), scope)).map(Into::into)
    };
    query.lookup(&staff, &POLICY).load(load).await
}
