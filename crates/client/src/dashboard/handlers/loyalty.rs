//! `GET /api/v1/client-management/dashboard/loyalty`

use axum::extract::State;
use chrono::{DateTime, Utc};
use serde::Serialize;
use tally_auth::{Member, Own};
use tally_cache::{Policy, Reads};
use tally_db::Db;
use tally_entity::{LoyaltyTierId, LoyaltyTransactionId, LoyaltyTransactionType, Role, UserBadgeId};
use tally_http::{Answer, ApiResult, Problems, RefreshQuery, access::CLIENT_OR_EMPTY};
use tally_kernel::{Clock, first_of_month, midnight};
use utoipa::ToSchema;

use crate::dashboard::repository::loyalty::{self, Badge, Earned, Standing};

static POLICY: Policy = Policy::new(
    "client.loyalty",
    300,
    &[
        Reads::Own("client_profiles", "user_id"),
        Reads::Own("loyalty_transactions", "client_id"),
        Reads::Own("user_badges", "user_id"),
        Reads::Whole("loyalty_tiers"),
        Reads::Whole("badges"),
    ],
);

/// What somebody without a tier has.
const NO_TIER: &str = "None";

/// A client's points, tier and badges.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ClientLoyalty {
    loyalty_points: i32,
    current_tier: CurrentTier,
    next_tier: NextTier,
    /// 0 when there is no higher tier.
    points_to_next_tier: i32,
    points_earned_this_month: i64,
    /// The newest ten.
    recent_transactions: Vec<LoyaltyChange>,
    /// The last awarded first.
    badges: Vec<AwardedBadge>,
}

/// The tier a client has.
#[derive(Debug, Serialize, ToSchema)]
struct CurrentTier {
    /// "None" without a tier.
    name: String,
    #[schema(value_type = Option<i64>)]
    id: Option<LoyaltyTierId>,
}

/// The tier a client reaches next.
#[derive(Debug, Default, Serialize, ToSchema)]
struct NextTier {
    name: Option<String>,
    points_required: Option<i32>,
}

/// A change of points.
#[derive(Debug, Serialize, ToSchema)]
struct LoyaltyChange {
    #[schema(value_type = i64)]
    id: LoyaltyTransactionId,
    /// Always positive; the type tells the direction.
    points: i32,
    #[schema(value_type = String)]
    transaction_type: LoyaltyTransactionType,
    reason: String,
    timestamp: DateTime<Utc>,
}

/// A badge that somebody got.
#[derive(Debug, Serialize, ToSchema)]
struct AwardedBadge {
    #[schema(value_type = i64)]
    id: UserBadgeId,
    badge_name: String,
    awarded_at: DateTime<Utc>,
}

impl ClientLoyalty {
    /// Of somebody who is no client.
    fn empty() -> Self {
        Self {
            loyalty_points: 0,
            current_tier: CurrentTier { name: NO_TIER.to_owned(), id: None },
            next_tier: NextTier::default(),
            points_to_next_tier: 0,
            points_earned_this_month: 0,
            recent_transactions: Vec::new(),
            badges: Vec::new(),
        }
    }

    fn new(standing: Standing, points: Vec<Earned>, badges: Vec<Badge>) -> Self {
        let Standing { points: loyalty_points, tier_id, tier, next_tier, next_threshold, earned } = standing;
        Self {
            loyalty_points,
            current_tier: CurrentTier { name: tier.unwrap_or_else(|| NO_TIER.to_owned()), id: tier_id },
            next_tier: NextTier { name: next_tier, points_required: next_threshold },
            points_to_next_tier: next_threshold.map_or(0, |threshold| threshold - loyalty_points),
            points_earned_this_month: earned,
            recent_transactions: points.into_iter().map(Into::into).collect(),
            badges: badges.into_iter().map(Into::into).collect(),
        }
    }
}

impl From<Earned> for LoyaltyChange {
    fn from(row: Earned) -> Self {
        let Earned { id, points, transaction_type, reason, created_at } = row;
        Self { id, points, transaction_type, reason, timestamp: created_at }
    }
}

impl From<Badge> for AwardedBadge {
    fn from(row: Badge) -> Self {
        let Badge { id, name, awarded_at } = row;
        Self { id, badge_name: name, awarded_at }
    }
}

/// The caller's points, tier and badges; nothing for those who are no clients
#[utoipa::path(
    get,
    path = "/client-management/dashboard/loyalty",
    tag = "client",
    params(RefreshQuery),
    responses((status = OK, body = ClientLoyalty), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(CLIENT_OR_EMPTY))),
)]
pub(crate) async fn get_client_loyalty(
    State(db): State<Db>,
    State(clock): State<Clock>,
    member: Own<Member>,
) -> ApiResult<Answer<ClientLoyalty>> {
    let (me, role, website) = (member.id, member.role, member.website_id);
    let month = midnight(first_of_month(clock.now().date_naive()));
    let load = move || async move {
        let Some(website) = website.filter(|_| role == Role::Client) else {
            return Ok(ClientLoyalty::empty());
        };
        let (standing, points, badges) = loyalty::load(db.reads(), me, website, month).await?;
        Ok(ClientLoyalty::new(standing, points, badges))
    };
    member.answer(&POLICY).with(role).load(load).await
}
