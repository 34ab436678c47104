//! `GET /api/v1/admin-management/special-orders/approval-queue`

use axum::{Json, extract::State};
use serde::Serialize;
use tally_auth::{Admin, ScopeQuery, Scoped};
use tally_db::Db;
use tally_http::{ApiResult, Params, Problems, access::ADMIN};
use utoipa::ToSchema;

use super::queue::{self, QueueQuery, QueuedSpecialOrders};
use crate::special_orders::repository::queue::Queue;

/// Special orders that wait for approval.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct SpecialApprovalsAnswer {
    #[serde(flatten)]
    queued: QueuedSpecialOrders,
    /// All that were asked for, listed or not.
    total_awaiting_approval: i64,
}

/// Special orders that wait for approval
#[utoipa::path(
    get,
    path = "/admin-management/special-orders/approval-queue",
    tag = "admin",
    params(ScopeQuery, QueueQuery),
    responses((status = OK, body = SpecialApprovalsAnswer), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(ADMIN))),
)]
pub(crate) async fn get_admin_special_approvals(
    State(db): State<Db>,
    admin: Scoped<Admin>,
    Params(query): Params<QueueQuery>,
) -> ApiResult<Json<SpecialApprovalsAnswer>> {
    let (queued, total_awaiting_approval) = queue::list(&db, &admin, Queue::Approval, query).await?;
    Ok(Json(SpecialApprovalsAnswer { queued, total_awaiting_approval }))
}
