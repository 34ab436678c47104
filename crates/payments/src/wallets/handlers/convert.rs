//! `POST /api/v1/wallet/api/client-wallet/convert_my_loyalty_points`, `POST /api/v1/loyalty_management/loyalty/convert`

use axum::{Json, extract::State, response::Response};
use serde::{Deserialize, Serialize};
use tally_auth::{Client, Once};
use tally_db::Db;
use tally_http::{Amount, ApiError, ApiResult, Body, IdempotencyHeader, Problems, access::CLIENT};
use tally_kernel::{Clock, Money};
use utoipa::ToSchema;

use super::own::WalletState;
use crate::wallets::repository::{
    convert::{self, Converted, Refusal},
    my_wallet,
};

/// How many points.
#[derive(Deserialize, ToSchema)]
pub(crate) struct ConvertRequest {
    #[schema(minimum = 1)]
    points: i32,
}

/// Points that are money now.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct PointsConverted {
    /// How many.
    converted: i32,
    /// What they were worth.
    amount: Amount,
    detail: String,
    wallet: WalletState,
}

fn refused(refusal: &Refusal) -> ApiError {
    ApiError::conflict(match refusal {
        Refusal::Closed => "Points cannot be converted at the moment.".to_owned(),
        Refusal::TooFew { held } => format!("You have {held} points only."),
        Refusal::BelowLeast { least } => format!("At least {least} points can be converted."),
        Refusal::AboveMost { most } => {
            format!("At most {} can be converted at once; take fewer points.", most.in_full())
        }
        Refusal::Worthless => "That many points are worth nothing.".to_owned(),
    })
}

/// Converts all own points into money
#[utoipa::path(
    post,
    path = "/wallet/api/client-wallet/convert_my_loyalty_points",
    tag = "wallets",
    params(IdempotencyHeader),
    responses((status = OK, body = PointsConverted), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(CLIENT))),
)]
pub(crate) async fn convert_my_points(
    State(db): State<Db>,
    State(clock): State<Clock>,
    client: Client,
    once: Once,
) -> ApiResult<Response> {
    answer(&db, &clock, &client, once, None).await
}

/// Converts some of the own points into money
#[utoipa::path(
    post,
    path = "/loyalty_management/loyalty/convert",
    tag = "wallets",
    params(IdempotencyHeader),
    request_body = ConvertRequest,
    responses((status = OK, body = PointsConverted), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(CLIENT))),
)]
pub(crate) async fn convert_points(
    State(db): State<Db>,
    State(clock): State<Clock>,
    client: Client,
    once: Once,
    Body(body): Body<ConvertRequest>,
) -> ApiResult<Response> {
    if body.points < 1 {
        return Err(ApiError::invalid("/points", "must be above 0"));
    }
    answer(&db, &clock, &client, once, Some(body.points)).await
}

async fn answer(
    db: &Db,
    clock: &Clock,
    client: &Client,
    once: Once,
    points: Option<i32>,
) -> ApiResult<Response> {
    let tx = once.begin(db).await?;
    let converted = convert::apply(&tx, client.id, points, clock.now()).await?;
    let Converted { points, cents } = converted.map_err(|refusal| refused(&refusal))?;
    let detail = format!("{points} points became {}.", Money { cents }.in_full());
    let wallet = WalletState::of(my_wallet::find(&*tx, client.id).await?, client.role);
    tx.commit(Json(PointsConverted { converted: points, amount: Amount::cents(cents), detail, wallet })).await
}
