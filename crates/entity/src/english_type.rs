//! The variety of English of an order.

use sea_orm::entity::prelude::*;

use crate::ids::{EnglishTypeId, WebsiteId};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "english_types")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: EnglishTypeId,
    pub website_id: WebsiteId,
    #[sea_orm(column_type = "String(StringLen::N(100))")]
    pub name: String,
    /// Basis points: 10,000 leaves the price as it is.
    pub price_factor_bp: i32,
    pub is_technical: bool,
    pub sort_order: i32,
    pub is_active: bool,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
