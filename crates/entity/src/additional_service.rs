//! A priced extra of an order.

use sea_orm::entity::prelude::*;

use crate::ids::{AdditionalServiceId, WebsiteId};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "additional_services")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: AdditionalServiceId,
    pub website_id: WebsiteId,
    #[sea_orm(column_type = "String(StringLen::N(100))")]
    pub name: String,
    #[sea_orm(column_type = "String(StringLen::N(100))")]
    pub slug: String,
    #[sea_orm(column_type = "Text")]
    pub description: String,
    pub cost_cents: i64,
    pub is_active: bool,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
