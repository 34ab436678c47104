//! `GET /api/v1/loyalty_management/redemption-categories`

use axum::{Json, extract::State};
use serde::Serialize;
use tally_auth::{Client, Own};
use tally_db::Db;
use tally_http::{ApiResult, Problems, access::CLIENT};
use utoipa::ToSchema;

use crate::{home::home, loyalty::repository::redemption_categories};

/// A kind of things that points can buy.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct RedemptionCategory {
    /// The name: categories have no rows of their own.
    id: String,
    name: String,
}

/// The kinds of things that the caller's points can buy
#[utoipa::path(
    get,
    path = "/loyalty_management/redemption-categories",
    tag = "client",
    responses((status = OK, body = Vec<RedemptionCategory>), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(CLIENT))),
)]
pub(crate) async fn list_redemption_categories(
    State(db): State<Db>,
    client: Own<Client>,
) -> ApiResult<Json<Vec<RedemptionCategory>>> {
    let found = redemption_categories::load(db.reads(), home(&client)?).await?;
    Ok(Json(found.into_iter().map(|name| RedemptionCategory { id: name.clone(), name }).collect()))
}
