//! Work priced by inquiry or from a list.

use sea_orm::entity::prelude::*;

use crate::{
    ids::{SpecialOrderId, SpecialOrderTypeId, UserId, WebsiteId},
    words,
};

words! {
    /// How a special order gets its price.
    pub enum SpecialOrderPricing: "String(StringLen::N(12))" {
        Predefined = "predefined",
        Estimated = "estimated",
    }
}

words! {
    /// Where a special order stands.
    pub enum SpecialOrderStatus: "String(StringLen::N(20))" {
        Inquiry = "inquiry",
        AwaitingApproval = "awaiting_approval",
        InProgress = "in_progress",
        Completed = "completed",
    }
}

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "special_orders")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: SpecialOrderId,
    pub website_id: WebsiteId,
    pub client_id: UserId,
    pub writer_id: Option<UserId>,
    pub order_type: SpecialOrderPricing,
    pub special_order_type_id: Option<SpecialOrderTypeId>,
    #[sea_orm(column_type = "Text")]
    pub inquiry_details: String,
    #[sea_orm(column_type = "Text")]
    pub admin_notes: String,
    pub duration_days: i32,
    pub price_per_day_cents: Option<i64>,
    pub total_cost_cents: Option<i64>,
    pub deposit_required_cents: Option<i64>,
    pub admin_approved_cost_cents: Option<i64>,
    pub is_approved: bool,
    pub admin_marked_paid: bool,
    pub files_unlocked: bool,
    pub writer_payment_cents: Option<i64>,
    #[sea_orm(column_type = "Decimal(Some((5, 2)))")]
    pub writer_payment_pct: Option<Decimal>,
    pub status: SpecialOrderStatus,
    pub completed_at: Option<DateTimeUtc>,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
