//! A tenant: one brand with its own domain, prices, people and data.

use sea_orm::entity::prelude::*;

use crate::ids::WebsiteId;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "websites")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: WebsiteId,
    #[sea_orm(column_type = "String(StringLen::N(100))", unique)]
    pub name: String,
    #[sea_orm(column_type = "String(StringLen::N(255))", unique)]
    pub domain: String,
    #[sea_orm(column_type = "String(StringLen::N(100))", unique)]
    pub slug: String,
    pub is_active: bool,
    #[sea_orm(column_type = "String(StringLen::N(20))")]
    pub theme_color: Option<String>,
    #[sea_orm(column_type = "String(StringLen::N(254))")]
    pub contact_email: Option<String>,
    #[sea_orm(column_type = "String(StringLen::N(30))")]
    pub contact_phone: Option<String>,
    #[sea_orm(column_type = "String(StringLen::N(100))")]
    pub sender_name: Option<String>,
    #[sea_orm(column_type = "String(StringLen::N(254))")]
    pub sender_email: Option<String>,
    pub guest_checkout_enabled: bool,
    /// ISO 4217 code.
    #[sea_orm(column_type = "String(StringLen::N(3))")]
    pub currency: String,
    /// IANA name.
    #[sea_orm(column_type = "String(StringLen::N(64))")]
    pub timezone: String,
    #[sea_orm(column_type = "JsonBinary")]
    pub settings: Json,
    pub deleted_at: Option<DateTimeUtc>,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
