//! Whom a client brought.

use chrono::{DateTime, Utc};
use sea_orm::{DbErr, FromQueryResult, JoinType, QueryOrder, QuerySelect, entity::prelude::*};
use tally_entity::{ReferralId, UserId, WebsiteId, referral, user};
use tokio::try_join;

use crate::referrals::repository::usage::{self, Usage};

const RECENT: u64 = 10;

#[derive(Debug, FromQueryResult)]
pub(crate) struct Brought {
    pub(crate) id: ReferralId,
    pub(crate) username: String,
    pub(crate) bonus_cents: i64,
    pub(crate) bonus_awarded_at: Option<DateTime<Utc>>,
    pub(crate) created_at: DateTime<Utc>,
}

pub(crate) async fn load(
    db: &impl ConnectionTrait,
    me: UserId,
    website: WebsiteId,
) -> Result<(Usage, Vec<Brought>), DbErr> {
    try_join!(usage::load(db, me, website), recent(db, me))
}

async fn recent(db: &impl ConnectionTrait, me: UserId) -> Result<Vec<Brought>, DbErr> {
    use referral::Column::{BonusAwardedAt, BonusCents, CreatedAt, Id, RefereeId};
    let referee = referral::Entity::belongs_to(user::Entity).from(RefereeId).to(user::Column::Id).into();
    referral::Entity::find()
        .select_only()
        .columns([Id, BonusCents, BonusAwardedAt, CreatedAt])
        .column(user::Column::Username)
        .join(JoinType::InnerJoin, referee)
        .filter(referral::COLUMN.referrer_id.eq(me))
        .filter(referral::COLUMN.voided_at.is_null())
        .order_by_desc(CreatedAt)
        .order_by_desc(Id)
        .limit(RECENT)
        .into_model()
        .all(db)
        .await
}
