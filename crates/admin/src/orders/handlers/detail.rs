//! `GET /api/v1/orders/orders/{id}`

mod answer;
mod staff;

use axum::{Json, extract::State};
use tally_auth::{Member, ScopeQuery, Scoped};
use tally_db::Db;
use tally_entity::OrderId;
use tally_http::{ApiResult, Params, PathParam, Problems, access::MEMBER};

use self::answer::OrderAnswer;
use super::viewer::{RemovedQuery, unknown, viewer};
use crate::orders::repository::detail;

/// One order
#[utoipa::path(
    get,
    path = "/orders/orders/{id}",
    tag = "orders",
    params(("id" = i64, Path, description = "The order"), ScopeQuery, RemovedQuery),
    responses((status = OK, body = OrderAnswer), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(MEMBER))),
)]
pub(crate) async fn get_order(
    State(db): State<Db>,
    member: Scoped<Member>,
    PathParam(id): PathParam<OrderId>,
    Params(removed): Params<RemovedQuery>,
) -> ApiResult<Json<OrderAnswer>> {
    let found = detail::find(db.reads(), viewer(&member), removed.wanted(&member), id).await?;
    Ok(Json(OrderAnswer::of(found.ok_or_else(unknown)?, member.role)))
}
