//! A client's points, tier and badges.

use chrono::{DateTime, Utc};
use sea_orm::{
    DbBackend, DbErr, FromQueryResult, JoinType, QueryOrder, QuerySelect, Statement, entity::prelude::*,
};
use tally_entity::{
    LoyaltyTierId, LoyaltyTransactionId, LoyaltyTransactionType, UserBadgeId, UserId, WebsiteId, badge,
    loyalty_transaction, user_badge,
};
use tokio::try_join;

const RECENT: u64 = 10;

/// Whoever has no profile has no points.
const STANDING: &str = "
    SELECT coalesce(profile.loyalty_points, 0) AS points, tier.id AS tier_id, tier.name AS tier,
        following.name AS next_tier, following.threshold AS next_threshold,
        (SELECT coalesce(sum(points), 0)::bigint FROM loyalty_transactions
            WHERE client_id = me.id AND transaction_type = 'add' AND created_at >= $3) AS earned
    FROM (SELECT $1::bigint AS id) AS me
    LEFT JOIN client_profiles AS profile ON profile.user_id = me.id
    LEFT JOIN loyalty_tiers AS tier ON tier.id = profile.loyalty_tier_id
    LEFT JOIN LATERAL (
        SELECT name, threshold FROM loyalty_tiers
        WHERE website_id = $2 AND threshold > coalesce(profile.loyalty_points, 0)
        ORDER BY threshold LIMIT 1) AS following ON true";

#[derive(Debug, FromQueryResult)]
pub(crate) struct Standing {
    pub(crate) points: i32,
    pub(crate) tier_id: Option<LoyaltyTierId>,
    pub(crate) tier: Option<String>,
    pub(crate) next_tier: Option<String>,
    pub(crate) next_threshold: Option<i32>,
    /// Since the instant asked for.
    pub(crate) earned: i64,
}

#[derive(Debug, FromQueryResult)]
pub(crate) struct Earned {
    pub(crate) id: LoyaltyTransactionId,
    pub(crate) points: i32,
    pub(crate) transaction_type: LoyaltyTransactionType,
    pub(crate) reason: String,
    pub(crate) created_at: DateTime<Utc>,
}

#[derive(Debug, FromQueryResult)]
pub(crate) struct Badge {
    pub(crate) id: UserBadgeId,
    pub(crate) name: String,
    pub(crate) awarded_at: DateTime<Utc>,
}

pub(crate) async fn load(
    db: &impl ConnectionTrait,
    me: UserId,
    website: WebsiteId,
    month: DateTime<Utc>,
) -> Result<(Standing, Vec<Earned>, Vec<Badge>), DbErr> {
    try_join!(standing(db, me, website, month), points(db, me), badges(db, me))
}

async fn standing(
    db: &impl ConnectionTrait,
    me: UserId,
    website: WebsiteId,
    month: DateTime<Utc>,
) -> Result<Standing, DbErr> {
    let values = [me.0.into(), website.0.into(), month.into()];
    let statement = Statement::from_sql_and_values(DbBackend::Postgres, STANDING, values);
    let found = Standing::find_by_statement(statement).one(db).await?;
    found.ok_or_else(|| DbErr::RecordNotFound("one row about the caller".to_owned()))
}

async fn points(db: &impl ConnectionTrait, me: UserId) -> Result<Vec<Earned>, DbErr> {
    use loyalty_transaction::Column::{CreatedAt, Id, Points, Reason, TransactionType};
    loyalty_transaction::Entity::find()
        .select_only()
        .columns([Id, Points, TransactionType, Reason, CreatedAt])
        .filter(loyalty_transaction::COLUMN.client_id.eq(me))
        .order_by_desc(CreatedAt)
        .order_by_desc(Id)
        .limit(RECENT)
        .into_model()
        .all(db)
        .await
}

async fn badges(db: &impl ConnectionTrait, me: UserId) -> Result<Vec<Badge>, DbErr> {
    use user_badge::Column::{AwardedAt, BadgeId, Id};
    user_badge::Entity::find()
        .select_only()
        .columns([Id, AwardedAt])
        .column(badge::Column::Name)
        .join(
            JoinType::InnerJoin,
            user_badge::Entity::belongs_to(badge::Entity).from(BadgeId).to(badge::Column::Id).into(),
        )
        .filter(user_badge::COLUMN.user_id.eq(me))
        .filter(user_badge::COLUMN.revoked_at.is_null())
        .order_by_desc(AwardedAt)
        .order_by_desc(Id)
        .into_model()
        .all(db)
        .await
}
