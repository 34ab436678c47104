//! `POST /api/v1/writer-management/writer-order-requests/{id}/reject`

use axum::{Json, extract::State, response::Response};
use serde::Deserialize;
use serde_json::json;
use tally_auth::{
    Desk, Once, Permission, ScopeQuery, Scoped,
    audit::{ActionKind, Actor, Entry, Trail, record},
};
use tally_db::Db;
use tally_entity::{OrderRequestId, OrderRequestKind, OrderRequestStatus, order_request};
use tally_http::{ApiResult, Body, IdempotencyHeader, PathParam, Problems, Text, access::DESK};
use tally_kernel::Clock;
use utoipa::ToSchema;

use super::{
    row::{RequestRow, unknown},
    withdraw::refusal,
};
use crate::requests::repository::{
    reject::reject,
    request::{Viewer, load},
};

/// Why a writer does not get an order.
#[derive(Deserialize, ToSchema)]
pub(crate) struct Rejection {
    reason: Option<Text<0, 1000>>,
}

/// Declines a request for an order
#[utoipa::path(
    post,
    path = "/writer-management/writer-order-requests/{id}/reject",
    tag = "writer",
    params(("id" = i64, Path, description = "The request"), ScopeQuery, IdempotencyHeader),
    request_body = Rejection,
    responses((status = OK, body = RequestRow), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(DESK))),
)]
pub(crate) async fn reject_order_request(
    State(db): State<Db>,
    State(clock): State<Clock>,
    desk: Scoped<Desk>,
    trail: Trail,
    once: Once,
    PathParam(id): PathParam<OrderRequestId>,
    Body(body): Body<Rejection>,
) -> ApiResult<Response> {
    desk.require(db.reads(), Permission::HandleOrders).await?;
    let tx = once.begin(&db).await?;
    let by = (&desk.0).into();
    let rejected = reject(&tx, desk.scope, id, by, clock.now()).await?.map_err(refusal)?;
    let row = load(&*tx, Viewer::Staff(desk.scope), OrderRequestKind::Request, id).await?;
    let row = RequestRow::of(row.ok_or_else(unknown)?, desk.role);
    let reason = body.reason.and_then(Text::filled);
    record(&*tx, entry(by, row.told_rejected(), &rejected, reason.as_deref(), &trail)).await?;
    tx.commit(Json(row)).await
}

fn entry<'a>(
    actor: Actor,
    action: String,
    rejected: &order_request::Model,
    reason: Option<&str>,
    trail: &'a Trail,
) -> Entry<'a> {
    let order_request::Model { id, website_id, status, reviewed_by_id, reviewed_at, .. } = rejected;
    let after = json!({
        "status": status, "reviewed_by_id": reviewed_by_id, "reviewed_at": reviewed_at, "reason": reason,
    });
    Entry {
        actor,
        kind: ActionKind::Status,
        action,
        website: Some(*website_id),
        target: ("order_request", id.0),
        before: Some(json!({ "status": OrderRequestStatus::Pending })),
        after: Some(after),
        trail,
    }
}
