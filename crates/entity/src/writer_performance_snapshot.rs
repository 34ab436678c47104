//! Figures of a finished period, computed by a job.

use sea_orm::entity::prelude::*;

use crate::ids::{UserId, WebsiteId, WriterPerformanceSnapshotId};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "writer_performance_snapshots")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: WriterPerformanceSnapshotId,
    pub website_id: WebsiteId,
    pub writer_id: UserId,
    pub period_from_on: Date,
    pub period_to_on: Date,
    pub total_orders: i32,
    pub completed_orders: i32,
    pub cancelled_orders: i32,
    pub late_orders: i32,
    pub revised_orders: i32,
    pub disputed_orders: i32,
    pub total_pages: i32,
    pub paid_cents: i64,
    pub bonuses_cents: i64,
    pub tips_cents: i64,
    pub client_revenue_cents: i64,
    #[sea_orm(column_type = "Decimal(Some((3, 2)))")]
    pub average_rating: Option<Decimal>,
    #[sea_orm(column_type = "Decimal(Some((5, 2)))")]
    pub completion_rate: Decimal,
    #[sea_orm(column_type = "Decimal(Some((5, 2)))")]
    pub lateness_rate: Decimal,
    #[sea_orm(column_type = "Decimal(Some((5, 2)))")]
    pub revision_rate: Decimal,
    #[sea_orm(column_type = "Decimal(Some((5, 2)))")]
    pub dispute_rate: Decimal,
    #[sea_orm(column_type = "Decimal(Some((8, 2)))")]
    pub average_turnaround_hours: Option<Decimal>,
    #[sea_orm(column_type = "Decimal(Some((8, 2)))")]
    pub composite_score: Decimal,
    #[sea_orm(column_type = "Decimal(Some((5, 2)))")]
    pub better_than_pct: Decimal,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
