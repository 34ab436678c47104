//! The badges a writer has, and those he can get.

use chrono::{DateTime, Utc};
use sea_orm::{
    DbErr, FromQueryResult, JoinType, QueryOrder, QuerySelect,
    entity::prelude::*,
    sea_query::{Condition, Query},
};
use tally_entity::{BadgeAudience, BadgeId, BadgeType, UserBadgeId, UserId, badge, user, user_badge};
use tokio::try_join;

#[derive(Clone, Debug, FromQueryResult)]
pub(crate) struct HeldBadge {
    pub(crate) id: UserBadgeId,
    pub(crate) badge_id: BadgeId,
    pub(crate) name: String,
    pub(crate) icon: Option<String>,
    pub(crate) kind: BadgeType,
    pub(crate) description: String,
    pub(crate) awarded_at: DateTime<Utc>,
    pub(crate) is_auto_awarded: bool,
}

/// What the writer has, newest first, and what there is.
pub(crate) async fn load(
    db: &impl ConnectionTrait,
    writer: UserId,
) -> Result<(Vec<HeldBadge>, Vec<badge::Model>), DbErr> {
    try_join!(awarded(db, writer), available(db, writer))
}

async fn awarded(db: &impl ConnectionTrait, writer: UserId) -> Result<Vec<HeldBadge>, DbErr> {
    use badge::Column as B;
    use user_badge::Column as U;
    let badge = user_badge::Entity::belongs_to(badge::Entity).from(U::BadgeId).to(B::Id).into();
    user_badge::Entity::find()
        .select_only()
        .columns([U::Id, U::BadgeId, U::AwardedAt, U::IsAutoAwarded])
        .columns([B::Name, B::Icon, B::Description])
        .column_as(B::Kind, "kind")
        .join(JoinType::InnerJoin, badge)
        .filter(user_badge::COLUMN.user_id.eq(writer))
        .filter(user_badge::COLUMN.revoked_at.is_null())
        .order_by_desc(U::AwardedAt)
        .order_by_desc(U::Id)
        .into_model()
        .all(db)
        .await
}

async fn available(db: &impl ConnectionTrait, writer: UserId) -> Result<Vec<badge::Model>, DbErr> {
    use badge::{COLUMN, Column as B};
    let website = Query::select()
        .column((user::Entity, user::Column::WebsiteId))
        .from(user::Entity)
        .and_where(user::COLUMN.id.eq(writer))
        .take();
    badge::Entity::find()
        .filter(COLUMN.audience.eq(BadgeAudience::Writer))
        .filter(COLUMN.is_active.eq(true))
        .filter(Condition::any().add(COLUMN.website_id.is_null()).add(B::WebsiteId.in_subquery(website)))
        .order_by_asc(B::Kind)
        .order_by_asc(B::Name)
        .order_by_asc(B::Id)
        .all(db)
        .await
}
