//! `GET /api/v1/referrals/referral-codes/my-code`

use axum::{Json, extract::State};
use serde::Serialize;
use tally_auth::{Client, Own};
use tally_db::Db;
use tally_entity::ReferralCodeId;
use tally_http::{ApiResult, Decimal, Problems, access::CLIENT};
use utoipa::ToSchema;

use crate::{
    home::home,
    referrals::repository::{
        generate_code,
        usage::{self, Usage},
    },
};

/// A client's code to bring people with.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct OwnReferralCode {
    #[schema(value_type = i64)]
    id: Option<ReferralCodeId>,
    #[schema(value_type = String)]
    code: Option<String>,
    #[schema(value_type = String)]
    referral_link: Option<String>,
    usage_stats: CodeUsage,
}

/// What a code was good for.
#[derive(Debug, Serialize, ToSchema)]
struct CodeUsage {
    total_referrals: i64,
    /// Those that a bonus was paid for.
    successful_referrals: i64,
    conversion_rate: Decimal,
    /// By the people who were brought.
    orders_placed: i64,
}

impl From<Usage> for OwnReferralCode {
    fn from(usage: Usage) -> Self {
        Self {
            id: usage.code_id,
            referral_link: usage.link(),
            usage_stats: CodeUsage {
                total_referrals: usage.referred,
                successful_referrals: usage.successful,
                conversion_rate: Decimal::percent(usage.successful, usage.referred),
                orders_placed: usage.orders,
            },
            code: usage.code,
        }
    }
}

/// The caller's code to bring people with, made when there is none
#[utoipa::path(
    get,
    path = "/referrals/referral-codes/my-code",
    tag = "client",
    responses((status = OK, body = OwnReferralCode), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(CLIENT))),
)]
pub(crate) async fn get_own_referral_code(
    State(db): State<Db>,
    client: Own<Client>,
) -> ApiResult<Json<OwnReferralCode>> {
    let (me, website) = (client.id, home(&client)?);
    let found = usage::load(db.reads(), me, website).await?;
    if found.code.is_some() {
        return Ok(Json(found.into()));
    }
    let tx = db.write().await?;
    generate_code::find_or_make(&*tx, me, website).await?;
    tx.commit().await?;
    Ok(Json(usage::load(db.reads(), me, website).await?.into()))
}
