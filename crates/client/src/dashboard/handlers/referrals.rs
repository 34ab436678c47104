//! `GET /api/v1/client-management/dashboard/referrals`

use axum::{Json, extract::State};
use chrono::{DateTime, Utc};
use serde::Serialize;
use tally_auth::{Client, Own};
use tally_db::Db;
use tally_entity::ReferralId;
use tally_http::{Amount, ApiResult, Problems, access::CLIENT};
use utoipa::ToSchema;

use crate::{
    dashboard::repository::referrals::{self, Brought},
    home::home,
    referrals::repository::usage::Usage,
};

/// Whom a client brought.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ClientReferrals {
    total_referrals: i64,
    /// Those that a bonus was paid for.
    successful_referrals: i64,
    pending_referrals: i64,
    referral_earnings: Amount,
    /// Null before there is a code.
    referral_link: Option<String>,
    /// The newest ten.
    recent_referrals: Vec<RecentReferral>,
}

/// Somebody whom a client brought.
#[derive(Debug, Serialize, ToSchema)]
struct RecentReferral {
    #[schema(value_type = i64)]
    id: ReferralId,
    referred_user: String,
    /// completed or pending.
    status: &'static str,
    bonus_awarded: bool,
    bonus: Amount,
    created_at: DateTime<Utc>,
}

impl ClientReferrals {
    fn new(usage: &Usage, recent: Vec<Brought>) -> Self {
        Self {
            total_referrals: usage.referred,
            successful_referrals: usage.successful,
            pending_referrals: usage.referred - usage.successful,
            referral_earnings: Amount::cents(usage.earned_cents),
            referral_link: usage.link(),
            recent_referrals: recent.into_iter().map(Into::into).collect(),
        }
    }
}

impl From<Brought> for RecentReferral {
    fn from(row: Brought) -> Self {
        let Brought { id, username, bonus_cents, bonus_awarded_at, created_at } = row;
        let bonus_awarded = bonus_awarded_at.is_some();
        Self {
            id,
            referred_user: username,
            status: if bonus_awarded { "completed" } else { "pending" },
            bonus_awarded,
            bonus: Amount::cents(bonus_cents),
            created_at,
        }
    }
}

/// Whom the caller brought
#[utoipa::path(
    get,
    path = "/client-management/dashboard/referrals",
    tag = "client",
    responses((status = OK, body = ClientReferrals), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(CLIENT))),
)]
pub(crate) async fn get_client_referrals(
    State(db): State<Db>,
    client: Own<Client>,
) -> ApiResult<Json<ClientReferrals>> {
    let (usage, recent) = referrals::load(db.reads(), client.id, home(&client)?).await?;
    Ok(Json(ClientReferrals::new(&usage, recent)))
}
