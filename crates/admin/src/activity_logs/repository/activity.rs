//! The rows of the log that are somebody's work, with the names that belong to them.

use chrono::{DateTime, Utc};
use sea_orm::{FromQueryResult, JoinType, QuerySelect, Select, entity::prelude::*};
use tally_entity::{AuditLogId, UserId, WebsiteScope, audit_log, user, website};

#[derive(Debug, FromQueryResult)]
pub(crate) struct Activity {
    pub(crate) id: AuditLogId,
    pub(crate) actor_id: Option<UserId>,
    pub(crate) actor: Option<String>,
    pub(crate) action: String,
    pub(crate) action_type: String,
    pub(crate) target_type: Option<String>,
    pub(crate) target_id: Option<i64>,
    /// The changed columns as they became.
    pub(crate) after: Option<Json>,
    pub(crate) ip: Option<String>,
    pub(crate) website: Option<String>,
    pub(crate) created_at: DateTime<Utc>,
}

/// What staff did in these websites, without columns. A row keeps its place when its actor is gone.
pub(super) fn of_staff(scope: WebsiteScope) -> Select<audit_log::Entity> {
    let actor = audit_log::Entity::belongs_to(user::Entity)
        .from(audit_log::Column::ActorId)
        .to(user::Column::Id)
        .into();
    let website = audit_log::Entity::belongs_to(website::Entity)
        .from(audit_log::Column::WebsiteId)
        .to(website::Column::Id)
        .into();
    audit_log::Entity::find()
        .select_only()
        .join(JoinType::LeftJoin, actor)
        .join(JoinType::LeftJoin, website)
        .filter(scope.of(audit_log::COLUMN.website_id))
        .filter(audit_log::rules::by_staff())
}

/// Adds the columns of [`Activity`].
pub(super) fn with_columns(rows: Select<audit_log::Entity>) -> Select<audit_log::Entity> {
    use audit_log::Column::{Action, ActionType, ActorId, After, CreatedAt, Id, Ip, TargetId, TargetType};
    rows.columns([Id, ActorId, Action, ActionType, TargetType, TargetId, After, Ip, CreatedAt])
        .column_as(user::Column::Username, "actor")
        .column_as(website::Column::Name, "website")
}
