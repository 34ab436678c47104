//! `GET /api/v1/loyalty_management/redemption-requests`

use axum::{Json, extract::State};
use chrono::{DateTime, Utc};
use serde::Serialize;
use tally_auth::{Client, Own};
use tally_db::Db;
use tally_entity::{RedemptionItemId, RedemptionRequestId, RedemptionRequestStatus};
use tally_http::{ApiResult, Problems, access::CLIENT};
use utoipa::ToSchema;

use crate::loyalty::repository::redemption_requests::{self, Request};

/// Something that was bought with points.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct OwnRedemption {
    #[schema(value_type = i64)]
    id: RedemptionRequestId,
    #[schema(value_type = i64)]
    item: RedemptionItemId,
    item_name: String,
    /// What it costs now.
    item_points: i32,
    /// What it cost.
    points_used: i32,
    #[schema(value_type = String)]
    status: RedemptionRequestStatus,
    created_at: DateTime<Utc>,
}

impl From<Request> for OwnRedemption {
    fn from(row: Request) -> Self {
        let Request { id, item_id, item_name, item_points, points_used, status, created_at } = row;
        Self { id, item: item_id, item_name, item_points, points_used, status, created_at }
    }
}

/// What the caller bought with points
#[utoipa::path(
    get,
    path = "/loyalty_management/redemption-requests",
    tag = "client",
    responses((status = OK, body = Vec<OwnRedemption>), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(CLIENT))),
)]
pub(crate) async fn list_redemption_requests(
    State(db): State<Db>,
    client: Own<Client>,
) -> ApiResult<Json<Vec<OwnRedemption>>> {
    let found = redemption_requests::load(db.reads(), client.id).await?;
    Ok(Json(found.into_iter().map(Into::into).collect()))
}
