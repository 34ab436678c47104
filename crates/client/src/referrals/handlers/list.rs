//! `GET /api/v1/referrals/referrals`

use axum::{Json, extract::State};
use chrono::{DateTime, Utc};
use serde::Serialize;
use tally_auth::{Client, Own};
use tally_db::Db;
use tally_entity::{ReferralId, UserId};
use tally_http::{ApiResult, Problems, access::CLIENT};
use utoipa::ToSchema;

use crate::referrals::repository::list::{self, Brought};

/// Somebody was brought.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct OwnReferral {
    #[schema(value_type = i64)]
    id: ReferralId,
    referee: Referee,
    referral_code: String,
    created_at: DateTime<Utc>,
    bonus_awarded: bool,
    /// `bonus_awarded` again.
    first_order_bonus_credited: bool,
    registration_bonus_credited: bool,
}

/// Who was brought.
#[derive(Debug, Serialize, ToSchema)]
struct Referee {
    #[schema(value_type = i64)]
    id: UserId,
    username: String,
    /// Always null: addresses are nobody's business.
    email: Option<String>,
}

impl From<Brought> for OwnReferral {
    fn from(row: Brought) -> Self {
        let Brought {
            id,
            referee_id,
            username,
            referral_code,
            created_at,
            bonus_awarded_at,
            registration_bonus_at,
        } = row;
        Self {
            id,
            referee: Referee { id: referee_id, username, email: None },
            referral_code,
            created_at,
            bonus_awarded: bonus_awarded_at.is_some(),
            first_order_bonus_credited: bonus_awarded_at.is_some(),
            registration_bonus_credited: registration_bonus_at.is_some(),
        }
    }
}

/// Everybody whom the caller brought
#[utoipa::path(
    get,
    path = "/referrals/referrals",
    tag = "client",
    responses((status = OK, body = Vec<OwnReferral>), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(CLIENT))),
)]
pub(crate) async fn list_own_referrals(
    State(db): State<Db>,
    client: Own<Client>,
) -> ApiResult<Json<Vec<OwnReferral>>> {
    let found = list::load(db.reads(), client.id).await?;
    Ok(Json(found.into_iter().map(Into::into).collect()))
}
