//! The caller's own rows, read once a minute at most and anew as soon as they change.

use chrono::{DateTime, Utc};
use sea_orm::{DatabaseConnection, DbErr, FromQueryResult, JoinType, QuerySelect, entity::prelude::*};
use serde::{Deserialize, Serialize};
use tally_cache::{Key, Policy, Reads, Scope};
use tally_db::unmetered;
use tally_entity::{Role, SessionId, UserId, WebsiteId, session, user};
use tally_http::{ApiResult, AppState};
use tally_kernel::Clock;
use uuid::Uuid;

pub(crate) static POLICY: Policy = Policy::of_identity(
    "auth.principal",
    60,
    &[Reads::Own("users", "id"), Reads::Own("sessions", "user_id")],
);
/// Changes whenever [`Principal`] does.
const SHAPE: u64 = 1;

/// A user and one of his sessions.
#[derive(Clone, Debug, Serialize, Deserialize, FromQueryResult)]
#[expect(clippy::struct_excessive_bools, reason = "a row has the flags that its tables have")]
pub(crate) struct Principal {
    pub(crate) user_id: UserId,
    pub(crate) username: String,
    pub(crate) role: Role,
    pub(crate) website_id: Option<WebsiteId>,
    pub(crate) session_id: SessionId,
    pub(crate) last_used_at: DateTime<Utc>,
    pub(crate) expires_at: DateTime<Utc>,
    token_version: i32,
    is_active: bool,
    is_suspended: bool,
    is_blacklisted: bool,
    is_deleted: bool,
    is_revoked: bool,
}

impl Principal {
    /// Whether a token of this `version` still speaks for the user.
    fn stands(&self, version: i32) -> bool {
        let barred = self.is_suspended || self.is_blacklisted || self.is_deleted || self.is_revoked;
        self.is_active && !barred && self.token_version == version && Clock::real() < self.expires_at
    }
}

/// The user and session that a token names, when they still stand.
///
/// # Errors
/// When the database is asked and cannot answer.
pub(crate) async fn find(
    app: &AppState,
    user: UserId,
    sid: Uuid,
    version: i32,
) -> ApiResult<Option<Principal>> {
    let key = Key::new(&POLICY, Scope::User(user.0), SHAPE).with(sid);
    let db = app.db.reads().clone();
    let load = move || async move { load(&db, user, sid).await };
    let principal = unmetered(app.cache.value(key, load)).await?;
    Ok(principal.as_ref().clone().filter(|principal: &Principal| principal.stands(version)))
}

async fn load(db: &DatabaseConnection, user_id: UserId, sid: Uuid) -> Result<Option<Principal>, DbErr> {
    let (user, session) = (user::COLUMN, session::COLUMN);
    user::Entity::find()
        .select_only()
        .column_as(user::Column::Id, "user_id")
        .columns([user::Column::Username, user::Column::Role, user::Column::WebsiteId])
        .columns([user::Column::TokenVersion, user::Column::IsActive, user::Column::IsSuspended])
        .column(user::Column::IsBlacklisted)
        .expr_as(user.deleted_at.is_not_null(), "is_deleted")
        .column_as(session::Column::Id, "session_id")
        .columns([session::Column::LastUsedAt, session::Column::ExpiresAt])
        .expr_as(session.revoked_at.is_not_null(), "is_revoked")
        .join(
            JoinType::InnerJoin,
            user::Entity::belongs_to(session::Entity)
                .from(user::Column::Id)
                .to(session::Column::UserId)
                .into(),
        )
        .filter(user.id.eq(user_id))
        .filter(session.family_id.eq(sid))
        .into_model::<Principal>()
        .one(db)
        .await
}
