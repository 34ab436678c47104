//! `DELETE /api/v1/writer-management/writer-order-requests/{id}`

use axum::{extract::State, http::StatusCode, response::Response};
use tally_auth::{Once, Scoped, Writer};
use tally_db::Db;
use tally_entity::OrderRequestId;
use tally_http::{ApiError, ApiResult, IdempotencyHeader, PathParam, Problems, access::WRITER};

use super::row::{decided, unknown};
use crate::requests::repository::{reject::Refused, withdraw::withdraw};

/// Takes a request for an order back
#[utoipa::path(
    delete,
    path = "/writer-management/writer-order-requests/{id}",
    tag = "writer",
    params(("id" = i64, Path, description = "The request"), IdempotencyHeader),
    responses((status = NO_CONTENT), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(WRITER))),
)]
pub(crate) async fn withdraw_order_request(
    State(db): State<Db>,
    writer: Scoped<Writer>,
    once: Once,
    PathParam(id): PathParam<OrderRequestId>,
) -> ApiResult<Response> {
    let tx = once.begin(&db).await?;
    withdraw(&tx, writer.id, id).await?.map_err(refusal)?;
    tx.commit(StatusCode::NO_CONTENT).await
}

pub(super) fn refusal(refused: Refused) -> ApiError {
    match refused {
        Refused::Unknown => unknown(),
        Refused::Decided(status) => decided(status),
    }
}
