//! The live sessions of a person.

use chrono::{DateTime, Utc};
use sea_orm::{DbErr, FromQueryResult, QueryOrder, QuerySelect, entity::prelude::*};
use tally_entity::{SessionId, UserId, session};

#[derive(Debug, FromQueryResult)]
pub(crate) struct UserSession {
    pub(crate) id: SessionId,
    pub(crate) ip: Option<String>,
    pub(crate) user_agent: Option<String>,
    pub(crate) created_at: DateTime<Utc>,
    pub(crate) last_used_at: DateTime<Utc>,
    pub(crate) expires_at: DateTime<Utc>,
}

pub(crate) async fn load(
    db: &impl ConnectionTrait,
    user: UserId,
    now: DateTime<Utc>,
) -> Result<Vec<UserSession>, DbErr> {
    use session::Column;
    session::Entity::find()
        .select_only()
        .columns([Column::Id, Column::Ip, Column::UserAgent])
        .columns([Column::CreatedAt, Column::LastUsedAt, Column::ExpiresAt])
        .filter(session::COLUMN.user_id.eq(user))
        .filter(session::COLUMN.revoked_at.is_null())
        .filter(session::COLUMN.expires_at.gt(now))
        .order_by_desc(Column::LastUsedAt)
        .order_by_desc(Column::Id)
        .into_model::<UserSession>()
        .all(db)
        .await
}
