//! `GET /api/v1/admin-management/referrals/tracking`

use axum::{Json, extract::State};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use tally_auth::{Admin, ScopeQuery, Scoped};
use tally_db::Db;
use tally_entity::{ReferralId, UserId};
use tally_http::{Amount, ApiResult, Page, PageQuery, Paging, Params, Problems, UserRef, access::ADMIN};
use utoipa::{IntoParams, ToSchema};

use crate::referrals::repository::tracking::{self, Tracked, Wanted};

/// Which referrals are wanted.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct ReferralsQuery {
    /// Who brought somebody, or was brought.
    #[param(value_type = Option<i64>)]
    client: Option<UserId>,
    /// Beginnings of words of the code or of either's names, or an id.
    search: Option<String>,
}

/// Who brought whom.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ReferralRow {
    #[schema(value_type = i64)]
    id: ReferralId,
    referrer: UserRef,
    referee: UserRef,
    referral_code: String,
    bonus_amount: Amount,
    bonus_awarded: bool,
    is_flagged: bool,
    flagged_reason: Option<String>,
    is_voided: bool,
    created_at: DateTime<Utc>,
}

impl From<Tracked> for ReferralRow {
    fn from(row: Tracked) -> Self {
        let Tracked {
            id,
            referrer,
            referee,
            referral_code,
            bonus_cents,
            is_awarded: bonus_awarded,
            is_flagged,
            flagged_reason,
            is_voided,
            created_at,
        } = row;
        Self {
            id,
            referrer: referrer.into(),
            referee: referee.into(),
            referral_code,
            bonus_amount: Amount::cents(bonus_cents),
            bonus_awarded,
            is_flagged,
            flagged_reason,
            is_voided,
            created_at,
        }
    }
}

/// Referrals, newest first
#[utoipa::path(
    get,
    path = "/admin-management/referrals/tracking",
    tag = "admin",
    params(ScopeQuery, ReferralsQuery, PageQuery),
    responses((status = OK, body = Page<ReferralRow>), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(ADMIN))),
)]
pub(crate) async fn get_admin_referrals(
    State(db): State<Db>,
    admin: Scoped<Admin>,
    paging: Paging<250, 50>,
    Params(ReferralsQuery { client, search }): Params<ReferralsQuery>,
) -> ApiResult<Json<Page<ReferralRow>>> {
    let (wanted, limit, offset) = (Wanted { client, search }, paging.limit(), paging.offset());
    let (count, rows) = tracking::load(db.reads(), admin.scope, &wanted, limit, offset).await?;
    Ok(Json(paging.page(count, rows.into_iter().map(Into::into).collect())))
}
