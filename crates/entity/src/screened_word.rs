//! Words that flag a message.

use sea_orm::entity::prelude::*;

use crate::ids::{ScreenedWordId, WebsiteId};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "screened_words")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: ScreenedWordId,
    pub website_id: Option<WebsiteId>,
    #[sea_orm(column_type = "String(StringLen::N(100))")]
    pub word: String,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
