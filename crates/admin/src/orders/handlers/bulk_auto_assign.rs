//! `POST /api/v1/orders/orders/bulk-auto-assign`

use axum::{Json, extract::State, response::Response};
use serde::{Deserialize, Serialize};
use serde_json::json;
use tally_auth::{Desk, Once, Permission, ScopeQuery, Scoped, audit::Trail};
use tally_db::Db;
use tally_http::{ApiResult, Body, IdempotencyHeader, Problems, access::DESK};
use tally_kernel::Clock;
use tally_lifecycle::order::{ASSIGN_WRITER, Cause};
use utoipa::ToSchema;

use super::bulk::{BulkAnswer, OrderIds};
use crate::orders::repository::bulk_auto_assign;

/// Which orders get a writer.
#[derive(Deserialize, ToSchema)]
pub(crate) struct BulkAutoAssign {
    order_ids: OrderIds,
}

/// What became of each order.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct BulkAutoAssignAnswer {
    /// `detail` again.
    message: String,
    #[serde(flatten)]
    answer: BulkAnswer,
}

/// Gives each of many orders to the writer with most free places
#[utoipa::path(
    post,
    path = "/orders/orders/bulk-auto-assign",
    tag = "orders",
    params(ScopeQuery, IdempotencyHeader),
    request_body = BulkAutoAssign,
    responses((status = OK, body = BulkAutoAssignAnswer), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(DESK))),
)]
pub(crate) async fn auto_assign_orders(
    State(db): State<Db>,
    State(clock): State<Clock>,
    desk: Scoped<Desk>,
    trail: Trail,
    once: Once,
    Body(body): Body<BulkAutoAssign>,
) -> ApiResult<Response> {
    desk.require(db.reads(), Permission::HandleOrders).await?;
    let OrderIds(ids) = body.order_ids;
    let cause = Cause {
        by: (&desk.0).into(),
        trail: &trail,
        action: ASSIGN_WRITER,
        meta: json!({}),
        now: clock.now(),
    };
    let tx = once.begin(&db).await?;
    let results = bulk_auto_assign::apply(&tx, desk.scope, &ids, &cause).await?;
    let answer = BulkAnswer::new(results, "assigned");
    tx.commit(Json(BulkAutoAssignAnswer { message: answer.detail.clone(), answer })).await
}
