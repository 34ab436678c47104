//! The session of a refresh token.

use chrono::{DateTime, Utc};
use sea_orm::{DbErr, FromQueryResult, JoinType, QuerySelect, entity::prelude::*};
use tally_entity::{Role, UserId, WebsiteId, session, user};

/// A session that stands, of a user who may sign in.
#[derive(Debug, FromQueryResult)]
pub(crate) struct Session {
    pub(crate) family_id: Uuid,
    pub(crate) user_id: UserId,
    pub(crate) token_version: i32,
    pub(crate) role: Role,
    pub(crate) website_id: Option<WebsiteId>,
}

pub(crate) async fn find(
    db: &impl ConnectionTrait,
    token_hash: Vec<u8>,
    now: DateTime<Utc>,
) -> Result<Option<Session>, DbErr> {
    let (session, user) = (session::COLUMN, user::COLUMN);
    let owner =
        session::Entity::belongs_to(user::Entity).from(session::Column::UserId).to(user::Column::Id).into();
    session::Entity::find()
        .select_only()
        .columns([session::Column::FamilyId, session::Column::UserId])
        .columns([user::Column::TokenVersion, user::Column::Role, user::Column::WebsiteId])
        .join(JoinType::InnerJoin, owner)
        .filter(session.token_hash.eq(token_hash))
        .filter(session.revoked_at.is_null())
        .filter(session.expires_at.gt(now))
        .filter(user.is_active.eq(true))
        .filter(user.is_suspended.eq(false))
        .filter(user.is_blacklisted.eq(false))
        .filter(user.deleted_at.is_null())
        .into_model::<Session>()
        .one(db)
        .await
}
