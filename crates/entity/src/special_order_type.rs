//! A special order on offer, with its price on a list.

use sea_orm::entity::prelude::*;

use crate::ids::{SpecialOrderTypeId, WebsiteId};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "special_order_types")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: SpecialOrderTypeId,
    pub website_id: WebsiteId,
    #[sea_orm(column_type = "String(StringLen::N(100))")]
    pub name: String,
    #[sea_orm(column_type = "Text")]
    pub description: String,
    pub is_active: bool,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
