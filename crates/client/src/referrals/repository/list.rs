//! Everybody whom a client brought.

use chrono::{DateTime, Utc};
use sea_orm::{DbErr, FromQueryResult, JoinType, QueryOrder, QuerySelect, entity::prelude::*};
use tally_entity::{ReferralId, UserId, referral, user};

const MOST: u64 = 250;

#[derive(Debug, FromQueryResult)]
pub(crate) struct Brought {
    pub(crate) id: ReferralId,
    pub(crate) referee_id: UserId,
    pub(crate) username: String,
    pub(crate) referral_code: String,
    pub(crate) created_at: DateTime<Utc>,
    pub(crate) bonus_awarded_at: Option<DateTime<Utc>>,
    pub(crate) registration_bonus_at: Option<DateTime<Utc>>,
}

/// Newest first.
pub(crate) async fn load(db: &impl ConnectionTrait, me: UserId) -> Result<Vec<Brought>, DbErr> {
    use referral::Column::{BonusAwardedAt, CreatedAt, Id, RefereeId, ReferralCode, RegistrationBonusAt};
    let referee = referral::Entity::belongs_to(user::Entity).from(RefereeId).to(user::Column::Id).into();
    referral::Entity::find()
        .select_only()
        .columns([Id, RefereeId, ReferralCode, CreatedAt, BonusAwardedAt, RegistrationBonusAt])
        .column(user::Column::Username)
        .join(JoinType::InnerJoin, referee)
        .filter(referral::COLUMN.referrer_id.eq(me))
        .filter(referral::COLUMN.voided_at.is_null())
        .order_by_desc(CreatedAt)
        .order_by_desc(Id)
        .limit(MOST)
        .into_model()
        .all(db)
        .await
}
