//! What a writer shows, and what the order queue needs to know about them.

pub mod rules;

use sea_orm::entity::prelude::*;

use crate::{
    ids::{UserId, WebsiteId, WriterLevelId, WriterProfileId},
    words,
};

words! {
    /// How often a writer is paid.
    pub enum PaymentSchedule: "String(StringLen::N(10))" {
        BiWeekly = "bi-weekly",
        Monthly = "monthly",
    }
}

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "writer_profiles")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: WriterProfileId,
    pub website_id: WebsiteId,
    #[sea_orm(unique)]
    pub user_id: UserId,
    #[sea_orm(column_type = "String(StringLen::N(50))", unique)]
    pub registration_id: String,
    #[sea_orm(column_type = "String(StringLen::N(100))")]
    pub pen_name: Option<String>,
    pub writer_level_id: Option<WriterLevelId>,
    #[sea_orm(column_type = "Array(RcOrArc::new(ColumnType::Text))")]
    pub skills: Vec<String>,
    #[sea_orm(column_type = "Array(RcOrArc::new(ColumnType::Text))")]
    pub keywords: Vec<String>,
    #[sea_orm(column_type = "Text")]
    pub introduction: String,
    #[sea_orm(column_type = "Text")]
    pub education: String,
    #[sea_orm(column_type = "Text")]
    pub experience: String,
    pub is_available_for_auto_assignments: bool,
    #[sea_orm(column_type = "String(StringLen::N(160))")]
    pub availability_message: String,
    pub availability_changed_at: Option<DateTimeUtc>,
    pub max_active_orders: Option<i32>,
    pub payment_schedule: PaymentSchedule,
    pub manual_payouts_enabled: bool,
    pub verified_at: Option<DateTimeUtc>,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
