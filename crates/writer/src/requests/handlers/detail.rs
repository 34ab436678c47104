//! `GET /api/v1/writer-management/writer-order-requests/{id}`

use axum::{Json, extract::State};
use tally_auth::{ScopeQuery, Scoped, Worker};
use tally_db::Db;
use tally_entity::{OrderRequestId, OrderRequestKind};
use tally_http::{ApiResult, PathParam, Problems, access::WORKER};

use super::{
    row::{RequestRow, unknown},
    viewer::viewer,
};
use crate::requests::repository::request::load;

/// One request for an order
#[utoipa::path(
    get,
    path = "/writer-management/writer-order-requests/{id}",
    tag = "writer",
    params(("id" = i64, Path, description = "The request"), ScopeQuery),
    responses((status = OK, body = RequestRow), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(WORKER))),
)]
pub(crate) async fn get_order_request(
    State(db): State<Db>,
    worker: Scoped<Worker>,
    PathParam(id): PathParam<OrderRequestId>,
) -> ApiResult<Json<RequestRow>> {
    let found = load(db.reads(), viewer(&worker), OrderRequestKind::Request, id).await?;
    Ok(Json(RequestRow::of(found.ok_or_else(unknown)?, worker.role)))
}
