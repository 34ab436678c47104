//! An address that may not sign in, at one website or (without one) anywhere.

use sea_orm::entity::prelude::*;

use crate::ids::{BlacklistedEmailId, UserId, WebsiteId};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "blacklisted_emails")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: BlacklistedEmailId,
    pub website_id: Option<WebsiteId>,
    /// Compared in lower case.
    #[sea_orm(column_type = "String(StringLen::N(254))")]
    pub email: String,
    pub user_id: Option<UserId>,
    #[sea_orm(column_type = "Text")]
    pub reason: Option<String>,
    pub blacklisted_by_id: Option<UserId>,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
