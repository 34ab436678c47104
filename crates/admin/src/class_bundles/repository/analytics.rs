//! The bundles of a period: by day, and by where they stand, their level and where their price comes from.

use sea_orm::{DbErr, FromQueryResult, QuerySelect, Select, entity::prelude::*};
use tally_db::aggregate::{count, count_where, micros_between, sum};
use tally_entity::{ClassBundleStatus, ClassLevel, PricingSource, WebsiteScope, class_bundle};
use tally_kernel::Period;
use tokio::try_join;

use crate::trends::repository::{self as trends, PlacedDay, placed_in};

#[derive(Debug)]
pub(crate) struct ClassAnalytics {
    /// Oldest first.
    pub(crate) days: Vec<PlacedDay>,
    pub(crate) groups: Vec<SoldGroup>,
}

/// The bundles of one status, level and source of the price.
#[derive(Debug, FromQueryResult)]
pub(crate) struct SoldGroup {
    pub(crate) status: ClassBundleStatus,
    pub(crate) level: ClassLevel,
    pub(crate) pricing_source: PricingSource,
    pub(crate) bundles: i64,
    pub(crate) cents: i64,
    /// With a time of completion.
    pub(crate) finished: i64,
    /// How long these took together.
    pub(crate) micros: i64,
}

pub(crate) async fn load(
    db: &impl ConnectionTrait,
    scope: WebsiteScope,
    period: Period,
) -> Result<ClassAnalytics, DbErr> {
    use class_bundle::Column::{CreatedAt, TotalPriceCents};
    let completed = class_bundle::COLUMN.status.eq(ClassBundleStatus::Completed);
    let days = trends::days(db, base(scope, period), CreatedAt, completed, TotalPriceCents);
    let (days, groups) = try_join!(days, groups(db, scope, period))?;
    Ok(ClassAnalytics { days, groups })
}

fn base(scope: WebsiteScope, period: Period) -> Select<class_bundle::Entity> {
    class_bundle::Entity::find()
        .select_only()
        .filter(scope.of(class_bundle::COLUMN.website_id))
        .filter(placed_in(class_bundle::Column::CreatedAt, period))
}

async fn groups(
    db: &impl ConnectionTrait,
    scope: WebsiteScope,
    period: Period,
) -> Result<Vec<SoldGroup>, DbErr> {
    use class_bundle::Column::{Level, PricingSource, Status};
    let bundle = class_bundle::COLUMN;
    base(scope, period)
        .columns([Status, Level, PricingSource])
        .expr_as(count(), "bundles")
        .expr_as(sum(bundle.total_price_cents), "cents")
        .expr_as(count_where(bundle.completed_at.is_not_null()), "finished")
        .expr_as(sum(micros_between(bundle.created_at, bundle.completed_at)), "micros")
        .group_by(Status)
        .group_by(Level)
        .group_by(PricingSource)
        .into_model()
        .all(db)
        .await
}
