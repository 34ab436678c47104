//! What staff did last.

use chrono::{DateTime, Utc};
use sea_orm::{DbErr, FromQueryResult, JoinType, QueryOrder, QuerySelect, entity::prelude::*};
use tally_entity::{AuditLogId, UserId, WebsiteScope, audit_log, user};

const ROWS: u64 = 10;

#[derive(Debug, FromQueryResult)]
pub(crate) struct Activity {
    pub(crate) id: AuditLogId,
    pub(crate) action: String,
    pub(crate) created_at: DateTime<Utc>,
    pub(crate) actor_id: Option<UserId>,
    pub(crate) actor: Option<String>,
}

/// The last ten. Sign-ins and the like are written down beside them, but are nobody's work.
pub(crate) async fn load(db: &impl ConnectionTrait, scope: WebsiteScope) -> Result<Vec<Activity>, DbErr> {
    let log = audit_log::COLUMN;
    audit_log::Entity::find()
        .select_only()
        .columns([audit_log::Column::Id, audit_log::Column::Action])
        .columns([audit_log::Column::CreatedAt, audit_log::Column::ActorId])
        .column_as(user::Column::Username, "actor")
        .join(
            JoinType::LeftJoin,
            audit_log::Entity::belongs_to(user::Entity)
                .from(audit_log::Column::ActorId)
                .to(user::Column::Id)
                .into(),
        )
        .filter(scope.of(log.website_id))
        .filter(audit_log::rules::by_staff())
        .filter(log.action_type.ne("security"))
        .order_by_desc(audit_log::Column::CreatedAt)
        .order_by_desc(audit_log::Column::Id)
        .limit(ROWS)
        .into_model::<Activity>()
        .all(db)
        .await
}
