//! `POST /api/v1/refunds/refunds/{id}/cancel`, `POST /api/v1/refunds/refunds/{id}/retry`

use axum::{extract::State, response::Response};
use serde::Deserialize;
use serde_json::json;
use tally_auth::{
    Admin, Once, Permission, ScopeQuery, Scoped,
    audit::{ActionKind, Trail},
};
use tally_entity::RefundId;
use tally_http::{
    ApiError, ApiResult, AppState, Body, IdempotencyHeader, PathParam, Problems, access::ADMIN,
};
use utoipa::ToSchema;

use super::{
    password,
    viewer::unknown,
    written::{RefundChanged, answer, record},
};
use crate::refunds::repository::cancel::{self, Turn};

/// The own password once more.
#[derive(Deserialize, ToSchema)]
pub(crate) struct CancelRequest {
    password: Option<String>,
}

/// Does not give a refund
#[utoipa::path(
    post,
    path = "/refunds/refunds/{id}/cancel",
    tag = "refunds",
    params(("id" = i64, Path, description = "The refund"), ScopeQuery, IdempotencyHeader),
    request_body = CancelRequest,
    responses((status = OK, body = RefundChanged), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(ADMIN))),
)]
pub(crate) async fn cancel_refund(
    State(app): State<AppState>,
    admin: Scoped<Admin>,
    trail: Trail,
    once: Once,
    PathParam(id): PathParam<RefundId>,
    Body(body): Body<CancelRequest>,
) -> ApiResult<Response> {
    admin.require(app.db.reads(), Permission::ManageFinancials).await?;
    password::check(&app, &admin, body.password, "cancel").await?;
    turn(&app, &admin, &trail, once, id, Turn::Cancel).await
}

/// Has a refund wait again that was not given
#[utoipa::path(
    post,
    path = "/refunds/refunds/{id}/retry",
    tag = "refunds",
    params(("id" = i64, Path, description = "The refund"), ScopeQuery, IdempotencyHeader),
    responses((status = OK, body = RefundChanged), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(ADMIN))),
)]
pub(crate) async fn retry_refund(
    State(app): State<AppState>,
    admin: Scoped<Admin>,
    trail: Trail,
    once: Once,
    PathParam(id): PathParam<RefundId>,
) -> ApiResult<Response> {
    admin.require(app.db.reads(), Permission::ManageFinancials).await?;
    turn(&app, &admin, &trail, once, id, Turn::Retry).await
}

async fn turn(
    app: &AppState,
    admin: &Scoped<Admin>,
    trail: &Trail,
    once: Once,
    id: RefundId,
    turn: Turn,
) -> ApiResult<Response> {
    let (did, detail) = match turn {
        Turn::Cancel => ("Cancelled", "Refund cancelled."),
        Turn::Retry => ("Reopened", "Refund is pending again; it must be processed."),
    };
    let tx = once.begin(&app.db).await?;
    let found = cancel::apply(&tx, admin.scope, id, turn).await?.ok_or_else(unknown)?;
    let refund = found.map_err(|status| ApiError::conflict(format!("The refund is {status}.")))?;
    let before = json!({ "status": turn.statuses().0 });
    let act = (ActionKind::Status, format!("{did} refund {id}"), Some(before));
    record(&tx, (&admin.0).into(), trail, &refund, act).await?;
    let answer = answer(&tx, admin, id, detail).await?;
    tx.commit(answer).await
}
