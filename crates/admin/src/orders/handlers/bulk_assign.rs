//! `POST /api/v1/admin-management/orders/bulk-assign`

use std::collections::HashMap;

use axum::{Json, extract::State, response::Response};
use serde::Deserialize;
use serde_json::json;
use tally_auth::{Desk, Once, Permission, ScopeQuery, Scoped, audit::Trail};
use tally_db::Db;
use tally_entity::{OrderId, UserId};
use tally_http::{ApiError, ApiResult, Body, IdempotencyHeader, Price, Problems, Text, access::DESK};
use tally_kernel::Clock;
use tally_lifecycle::order::{ASSIGN_WRITER, Cause};
use utoipa::ToSchema;

use super::bulk::{BulkAnswer, OrderIds};
use crate::orders::repository::bulk_assign;

/// Who gets which orders.
#[derive(Deserialize, ToSchema)]
pub(crate) struct BulkAssign {
    order_ids: OrderIds,
    #[schema(value_type = i64)]
    writer_id: UserId,
    reason: Option<Text<0, 1000>>,
    /// What the writer gets for each of them.
    writer_payment_amount: Option<Price>,
    /// What the writer gets for single ones of them.
    #[serde(default)]
    #[schema(value_type = HashMap<String, Price>, required = false)]
    writer_payment_amounts: HashMap<OrderId, Price>,
}

impl BulkAssign {
    fn cents(&self, order: OrderId) -> Option<i64> {
        let own = self.writer_payment_amounts.get(&order).copied();
        own.or(self.writer_payment_amount).map(|Price(cents)| cents)
    }
}

/// 404.
pub(super) fn unknown_writer() -> ApiError {
    ApiError::not_found("There is no such writer.")
}

/// Gives many orders to a writer
#[utoipa::path(
    post,
    path = "/admin-management/orders/bulk-assign",
    tag = "admin",
    params(ScopeQuery, IdempotencyHeader),
    request_body = BulkAssign,
    responses((status = OK, body = BulkAnswer), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(DESK))),
)]
pub(crate) async fn assign_admin_orders(
    State(db): State<Db>,
    State(clock): State<Clock>,
    desk: Scoped<Desk>,
    trail: Trail,
    once: Once,
    Body(body): Body<BulkAssign>,
) -> ApiResult<Response> {
    desk.require(db.reads(), Permission::HandleOrders).await?;
    let tx = once.begin(&db).await?;
    let writer = bulk_assign::assignee(&*tx, desk.scope, body.writer_id).await?.ok_or_else(unknown_writer)?;
    let reason = body.reason.clone().and_then(Text::filled);
    let cause = Cause {
        by: (&desk.0).into(),
        trail: &trail,
        action: ASSIGN_WRITER,
        meta: json!({}),
        now: clock.now(),
    };
    let (ids, cents, reason) = (&body.order_ids.0, |order| body.cents(order), reason.as_deref());
    let results = bulk_assign::apply(&tx, desk.scope, ids, &writer, cents, reason, &cause).await?;
    tx.commit(Json(BulkAnswer::new(results, "assigned"))).await
}
