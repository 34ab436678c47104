//! What staff and the system did. Rows are sealed: the database refuses to change or delete them.

pub mod rules;

use sea_orm::entity::prelude::*;

use crate::ids::{AuditLogId, UserId, WebsiteId};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "audit_log")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: AuditLogId,
    pub website_id: Option<WebsiteId>,
    pub actor_id: Option<UserId>,
    #[sea_orm(column_type = "String(StringLen::N(20))")]
    pub actor_role: Option<String>,
    #[sea_orm(column_type = "String(StringLen::N(30))")]
    pub action_type: String,
    #[sea_orm(column_type = "String(StringLen::N(255))")]
    pub action: String,
    /// Name of the table in the singular.
    #[sea_orm(column_type = "String(StringLen::N(50))")]
    pub target_type: Option<String>,
    pub target_id: Option<i64>,
    /// The changed columns as they were.
    #[sea_orm(column_type = "JsonBinary")]
    pub before: Option<Json>,
    /// The changed columns as they are now.
    #[sea_orm(column_type = "JsonBinary")]
    pub after: Option<Json>,
    #[sea_orm(column_type = "String(StringLen::N(45))")]
    pub ip: Option<String>,
    #[sea_orm(column_type = "String(StringLen::N(255))")]
    pub user_agent: Option<String>,
    #[sea_orm(column_type = "String(StringLen::N(64))")]
    pub request_id: Option<String>,
    pub created_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
