//! `POST /api/v1/admin-management/orders/bulk-action`

use axum::{Json, extract::State, response::Response};
use serde::Deserialize;
use serde_json::json;
use tally_auth::{Admin, Once, Permission, ScopeQuery, Scoped, audit::Trail};
use tally_db::Db;
use tally_entity::OrderStatus;
use tally_http::{ApiResult, Body, IdempotencyHeader, Problems, Text, access::ADMIN};
use tally_kernel::Clock;
use tally_lifecycle::order::Cause;
use utoipa::ToSchema;

use super::bulk::{BulkAnswer, OrderIds};
use crate::orders::repository::bulk_action;

/// What shall be done to which orders.
#[derive(Deserialize, ToSchema)]
pub(crate) struct BulkAction {
    order_ids: OrderIds,
    action: BulkActionName,
    notes: Option<Text<0, 1000>>,
}

#[derive(Clone, Copy, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum BulkActionName {
    Cancel,
    Refund,
    Archive,
    OnHold,
}

impl BulkActionName {
    /// The status it leads to, the action of a single order that does the same, and what was done.
    fn meaning(self) -> (OrderStatus, &'static str, &'static str) {
        match self {
            Self::Cancel => (OrderStatus::Cancelled, "cancel_order", "cancelled"),
            Self::Refund => (OrderStatus::Refunded, "refund_order", "refunded"),
            Self::Archive => (OrderStatus::Archived, "archive_order", "archived"),
            Self::OnHold => (OrderStatus::OnHold, "hold_order", "put on hold"),
        }
    }
}

/// Cancels, refunds, archives or holds many orders
#[utoipa::path(
    post,
    path = "/admin-management/orders/bulk-action",
    tag = "admin",
    params(ScopeQuery, IdempotencyHeader),
    request_body = BulkAction,
    responses((status = OK, body = BulkAnswer), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(ADMIN))),
)]
pub(crate) async fn act_on_admin_orders(
    State(db): State<Db>,
    State(clock): State<Clock>,
    admin: Scoped<Admin>,
    trail: Trail,
    once: Once,
    Body(body): Body<BulkAction>,
) -> ApiResult<Response> {
    admin.require(db.reads(), Permission::HandleOrders).await?;
    let BulkAction { order_ids: OrderIds(ids), action, notes } = body;
    let (to, action, done) = action.meaning();
    let meta = notes.and_then(Text::filled).map_or_else(|| json!({}), |notes| json!({ "notes": notes }));
    let cause = Cause { by: (&admin.0).into(), trail: &trail, action, meta, now: clock.now() };
    let tx = once.begin(&db).await?;
    let results = bulk_action::apply(&tx, admin.scope, &ids, to, &cause).await?;
    tx.commit(Json(BulkAnswer::new(results, done))).await
}
