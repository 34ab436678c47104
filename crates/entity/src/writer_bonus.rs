//! Extra pay granted by staff.

use sea_orm::entity::prelude::*;

use crate::{
    ids::{ClassBundleId, OrderId, SpecialOrderId, UserId, WebsiteId, WriterBonusId},
    words,
};

words! {
    /// What a bonus is for.
    pub enum BonusCategory: "String(StringLen::N(16))" {
        Performance = "performance",
        OrderCompletion = "order_completion",
        ClientTip = "client_tip",
        Other = "other",
    }
}

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "writer_bonuses")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: WriterBonusId,
    pub website_id: WebsiteId,
    pub writer_id: UserId,
    pub order_id: Option<OrderId>,
    pub special_order_id: Option<SpecialOrderId>,
    pub class_bundle_id: Option<ClassBundleId>,
    pub amount_cents: i64,
    pub category: BonusCategory,
    #[sea_orm(column_type = "Text")]
    pub reason: String,
    pub granted_by_id: Option<UserId>,
    pub granted_at: DateTimeUtc,
    pub paid_at: Option<DateTimeUtc>,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
