//! `GET /api/v1/loyalty_management/loyalty/summary`

use axum::{Json, extract::State};
use serde::Serialize;
use tally_auth::{Client, Own};
use tally_db::Db;
use tally_http::{Amount, ApiResult, Decimal, Problems, access::CLIENT};
use tally_kernel::Hundredths;
use utoipa::ToSchema;

use crate::{
    home::home,
    loyalty::repository::summary::{self, Summary},
};

/// A client's points, and what they are worth.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct LoyaltySummary {
    loyalty_points: i32,
    wallet_balance: Amount,
    /// "None" without a tier.
    tier: String,
    /// Points for one unit of money; 0 when they cannot be converted.
    conversion_rate: Decimal,
}

impl From<Summary> for LoyaltySummary {
    fn from(row: Summary) -> Self {
        let Summary { points, tier, balance_cents, points_per_unit } = row;
        Self {
            loyalty_points: points,
            wallet_balance: Amount::cents(balance_cents),
            tier: tier.unwrap_or_else(|| "None".to_owned()),
            conversion_rate: Hundredths(points_per_unit).into(),
        }
    }
}

/// The caller's points, and what they are worth
#[utoipa::path(
    get,
    path = "/loyalty_management/loyalty/summary",
    tag = "client",
    responses((status = OK, body = LoyaltySummary), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(CLIENT))),
)]
pub(crate) async fn get_loyalty_summary(
    State(db): State<Db>,
    client: Own<Client>,
) -> ApiResult<Json<LoyaltySummary>> {
    Ok(Json(summary::load(db.reads(), client.id, home(&client)?).await?.into()))
}
