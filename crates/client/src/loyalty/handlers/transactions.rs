//! `GET /api/v1/loyalty_management/loyalty/transactions`

use axum::{Json, extract::State};
use chrono::{DateTime, Utc};
use serde::Serialize;
use tally_auth::{Client, Own};
use tally_db::Db;
use tally_entity::{LoyaltyTransactionId, LoyaltyTransactionType};
use tally_http::{ApiResult, Problems, access::CLIENT};
use utoipa::ToSchema;

use crate::loyalty::repository::transactions::{self, Change};

/// A change of points.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct OwnLoyaltyChange {
    #[schema(value_type = i64)]
    id: LoyaltyTransactionId,
    timestamp: DateTime<Utc>,
    /// `timestamp` again.
    created_at: DateTime<Utc>,
    #[schema(value_type = String)]
    transaction_type: LoyaltyTransactionType,
    /// Always positive; the type tells the direction.
    points: i32,
    reason: String,
}

impl From<Change> for OwnLoyaltyChange {
    fn from(row: Change) -> Self {
        let Change { id, transaction_type, points, reason, created_at } = row;
        Self { id, timestamp: created_at, created_at, transaction_type, points, reason }
    }
}

/// The last changes of the caller's points
#[utoipa::path(
    get,
    path = "/loyalty_management/loyalty/transactions",
    tag = "client",
    responses((status = OK, body = Vec<OwnLoyaltyChange>), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(CLIENT))),
)]
pub(crate) async fn list_loyalty_transactions(
    State(db): State<Db>,
    client: Own<Client>,
) -> ApiResult<Json<Vec<OwnLoyaltyChange>>> {
    let found = transactions::load(db.reads(), client.id).await?;
    Ok(Json(found.into_iter().map(Into::into).collect()))
}
