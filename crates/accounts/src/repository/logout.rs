//! The session that somebody leaves.

use chrono::{DateTime, Utc};
use sea_orm::{DbErr, FromQueryResult, JoinType, QuerySelect, entity::prelude::*};
use tally_entity::{Role, SessionId, UserId, WebsiteId, session, user};

#[derive(Debug, FromQueryResult)]
pub(crate) struct Leaving {
    pub(crate) session_id: SessionId,
    pub(crate) role: Role,
    pub(crate) website_id: Option<WebsiteId>,
}

/// The live session that a token of this `version` names. A token of a session that has ended, or from before
/// the user's others were voided, ends nothing any more.
pub(crate) async fn find(
    db: &impl ConnectionTrait,
    user_id: UserId,
    sid: Uuid,
    version: i32,
    now: DateTime<Utc>,
) -> Result<Option<Leaving>, DbErr> {
    let session = session::COLUMN;
    let owner =
        session::Entity::belongs_to(user::Entity).from(session::Column::UserId).to(user::Column::Id).into();
    session::Entity::find()
        .select_only()
        .column_as(session::Column::Id, "session_id")
        .columns([user::Column::Role, user::Column::WebsiteId])
        .join(JoinType::InnerJoin, owner)
        .filter(session.family_id.eq(sid))
        .filter(session.user_id.eq(user_id))
        .filter(session.revoked_at.is_null())
        .filter(session.expires_at.gt(now))
        .filter(user::COLUMN.token_version.eq(version))
        .into_model::<Leaving>()
        .one(db)
        .await
}
