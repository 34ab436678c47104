//! `GET /api/v1/client-management/dashboard/enhanced-order-status`

mod answer;
mod progress;

use axum::{Json, extract::State};
use serde::Deserialize;
use tally_auth::{Member, ScopeQuery, Scoped};
use tally_db::Db;
use tally_entity::OrderId;
use tally_http::{ApiError, ApiResult, Params, Problems, access::MEMBER, invalid_param};
use tally_kernel::Clock;
use utoipa::IntoParams;

use self::answer::EnhancedOrderStatus;
use crate::dashboard::repository::enhanced_order_status::{self, Viewer};

/// Which order is looked at.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct OrderQuery {
    #[param(value_type = i64, required = true)]
    order_id: Option<OrderId>,
}

/// How far an order is, and how it came there
#[utoipa::path(
    get,
    path = "/client-management/dashboard/enhanced-order-status",
    tag = "client",
    params(ScopeQuery, OrderQuery),
    responses((status = OK, body = EnhancedOrderStatus), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(MEMBER))),
)]
pub(crate) async fn get_enhanced_order_status(
    State(db): State<Db>,
    State(clock): State<Clock>,
    member: Scoped<Member>,
    Params(OrderQuery { order_id }): Params<OrderQuery>,
) -> ApiResult<Json<EnhancedOrderStatus>> {
    let id = order_id.ok_or_else(|| invalid_param("order_id", "is required"))?;
    let viewer = Viewer { id: member.id, role: member.role, scope: member.scope };
    let found = enhanced_order_status::find(db.reads(), viewer, id).await?;
    let found = found.ok_or_else(|| ApiError::not_found("There is no such order."))?;
    Ok(Json(EnhancedOrderStatus::new(found, member.role, clock.now())))
}
