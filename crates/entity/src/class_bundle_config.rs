//! The price of a bundle of classes.

use sea_orm::entity::prelude::*;

use crate::{
    ids::{ClassBundleConfigId, WebsiteId},
    words,
};

words! {
    /// The level of a class.
    pub enum ClassLevel: "String(StringLen::N(10))" {
        Undergrad = "undergrad",
        Grad = "grad",
    }
}

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "class_bundle_configs")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: ClassBundleConfigId,
    pub website_id: WebsiteId,
    #[sea_orm(column_type = "String(StringLen::N(50))")]
    pub duration: String,
    pub level: ClassLevel,
    pub bundle_size: i32,
    pub price_per_class_cents: i64,
    pub is_active: bool,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
