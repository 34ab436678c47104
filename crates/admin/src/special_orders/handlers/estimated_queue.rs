//! `GET /api/v1/admin-management/special-orders/estimated-queue`

use axum::{Json, extract::State};
use serde::Serialize;
use tally_auth::{Admin, ScopeQuery, Scoped};
use tally_db::Db;
use tally_http::{ApiResult, Params, Problems, access::ADMIN};
use utoipa::ToSchema;

use super::queue::{self, QueueQuery, QueuedSpecialOrders};
use crate::special_orders::repository::queue::Queue;

/// Special orders that wait for a price.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct SpecialEstimatesAnswer {
    #[serde(flatten)]
    queued: QueuedSpecialOrders,
    /// All that were asked for, listed or not.
    total_needing_estimation: i64,
}

/// Special orders that wait for a price
#[utoipa::path(
    get,
    path = "/admin-management/special-orders/estimated-queue",
    tag = "admin",
    params(ScopeQuery, QueueQuery),
    responses((status = OK, body = SpecialEstimatesAnswer), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(ADMIN))),
)]
pub(crate) async fn get_admin_special_estimates(
    State(db): State<Db>,
    admin: Scoped<Admin>,
    Params(query): Params<QueueQuery>,
) -> ApiResult<Json<SpecialEstimatesAnswer>> {
    let (queued, total_needing_estimation) = queue::list(&db, &admin, Queue::Estimate, query).await?;
    Ok(Json(SpecialEstimatesAnswer { queued, total_needing_estimation }))
}
