//! A pay grade: how a writer is paid, and what it takes to reach the grade.

use sea_orm::entity::prelude::*;

use crate::{
    ids::{WebsiteId, WriterLevelId},
    words,
};

words! {
    /// What the pay of a writer is computed from.
    pub enum EarningMode: "String(StringLen::N(28))" {
        FixedPerPage = "fixed_per_page",
        PercentageOfOrderCost = "percentage_of_order_cost",
        PercentageOfOrderTotal = "percentage_of_order_total",
    }
}

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "writer_levels")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: WriterLevelId,
    pub website_id: WebsiteId,
    #[sea_orm(column_type = "String(StringLen::N(50))")]
    pub name: String,
    #[sea_orm(column_type = "Text")]
    pub description: String,
    pub earning_mode: EarningMode,
    pub page_cents: i64,
    pub slide_cents: i64,
    pub class_cents: Option<i64>,
    #[sea_orm(column_type = "Decimal(Some((5, 2)))")]
    pub cost_pct: Option<Decimal>,
    #[sea_orm(column_type = "Decimal(Some((5, 2)))")]
    pub total_pct: Option<Decimal>,
    #[sea_orm(column_type = "Decimal(Some((5, 2)))")]
    pub urgency_pct: Decimal,
    pub urgency_page_cents: i64,
    /// An order due within so many hours is urgent.
    pub urgent_hours: i32,
    pub technical_page_cents: i64,
    pub technical_slide_cents: i64,
    #[sea_orm(column_type = "Decimal(Some((5, 2)))")]
    pub deadline_pct: Decimal,
    #[sea_orm(column_type = "Decimal(Some((5, 2)))")]
    pub tips_pct: Decimal,
    pub min_orders: i32,
    #[sea_orm(column_type = "Decimal(Some((3, 2)))")]
    pub min_rating: Decimal,
    pub min_takes: i32,
    #[sea_orm(column_type = "Decimal(Some((5, 2)))")]
    pub min_completion_pct: Option<Decimal>,
    #[sea_orm(column_type = "Decimal(Some((5, 2)))")]
    pub max_revision_pct: Option<Decimal>,
    #[sea_orm(column_type = "Decimal(Some((5, 2)))")]
    pub max_lateness_pct: Option<Decimal>,
    pub bonus_per_order_cents: i64,
    pub bonus_per_rating_cents: i64,
    #[sea_orm(column_type = "Decimal(Some((3, 2)))")]
    pub bonus_rating_threshold: Decimal,
    pub max_orders: i32,
    pub max_requests: i32,
    pub display_order: i32,
    pub is_active: bool,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
