//! A bill sent to anyone by e-mail, with or without an account.

use sea_orm::entity::prelude::*;

use crate::ids::{ClassBundleId, ExpressClassId, InvoiceId, OrderId, SpecialOrderId, UserId, WebsiteId};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "invoices")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: InvoiceId,
    pub website_id: WebsiteId,
    pub client_id: Option<UserId>,
    #[sea_orm(column_type = "String(StringLen::N(254))")]
    pub recipient_email: String,
    #[sea_orm(column_type = "String(StringLen::N(150))")]
    pub recipient_name: String,
    pub issued_by_id: Option<UserId>,
    pub order_id: Option<OrderId>,
    pub special_order_id: Option<SpecialOrderId>,
    pub class_bundle_id: Option<ClassBundleId>,
    pub express_class_id: Option<ExpressClassId>,
    #[sea_orm(column_type = "String(StringLen::N(255))")]
    pub title: String,
    #[sea_orm(column_type = "String(StringLen::N(255))")]
    pub purpose: String,
    #[sea_orm(column_type = "Text")]
    pub description: String,
    pub amount_cents: i64,
    #[sea_orm(column_type = "String(StringLen::N(3))")]
    pub currency: String,
    pub due_on: Date,
    #[sea_orm(unique)]
    pub reference_id: Uuid,
    pub sent_at: Option<DateTimeUtc>,
    pub paid_at: Option<DateTimeUtc>,
    pub cancelled_at: Option<DateTimeUtc>,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
