//! `GET /api/v1/referrals/referrals/stats`

use axum::{Json, extract::State};
use serde::{Deserialize, Serialize};
use tally_auth::{Client, Own};
use tally_db::Db;
use tally_entity::WebsiteId;
use tally_http::{ApiError, ApiResult, Params, Problems, access::CLIENT};
use utoipa::{IntoParams, ToSchema};

use crate::{
    home::home,
    referrals::repository::usage::{self, Usage},
};

/// Which website is asked about.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct StatsQuery {
    /// The caller's own; there is no other for him.
    #[param(value_type = Option<i64>)]
    website: Option<WebsiteId>,
}

/// What a client's code was good for.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ReferralStats {
    total_referred: i64,
    /// Those that a bonus was paid for.
    completed_orders: i64,
    referral_code: Option<String>,
    referral_link: Option<String>,
}

impl From<Usage> for ReferralStats {
    fn from(usage: Usage) -> Self {
        Self {
            total_referred: usage.referred,
            completed_orders: usage.successful,
            referral_link: usage.link(),
            referral_code: usage.code,
        }
    }
}

/// How many people the caller brought
#[utoipa::path(
    get,
    path = "/referrals/referrals/stats",
    tag = "client",
    params(StatsQuery),
    responses((status = OK, body = ReferralStats), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(CLIENT))),
)]
pub(crate) async fn get_referral_stats(
    State(db): State<Db>,
    client: Own<Client>,
    Params(StatsQuery { website }): Params<StatsQuery>,
) -> ApiResult<Json<ReferralStats>> {
    let own = home(&client)?;
    if website.is_some_and(|website| website != own) {
        return Err(ApiError::not_found("There is no such website."));
    }
    Ok(Json(usage::load(db.reads(), client.id, own).await?.into()))
}
