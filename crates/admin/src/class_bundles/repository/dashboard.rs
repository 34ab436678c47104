//! Bundles by where they stand and by their level, and the installments that are still to be paid.

use chrono::{DateTime, Utc};
use sea_orm::{DbErr, FromQueryResult, QuerySelect, entity::prelude::*};
use tally_db::aggregate::{count, count_where, sum};
use tally_entity::{ClassBundleStatus, ClassLevel, WebsiteScope, class_bundle, installment::rules};
use tally_kernel::Period;
use tokio::try_join;

use super::deposit_pending::deposit_pending;
use crate::{
    installments::repository::tracking::{self, Owner},
    trends::repository::placed_in,
};

const RECENT_DAYS: u32 = 30;

#[derive(Debug)]
pub(crate) struct ClassDashboard {
    pub(crate) groups: Vec<BundleGroup>,
    pub(crate) pending_installments: i64,
}

/// The bundles of one status and level.
#[derive(Debug, FromQueryResult)]
pub(crate) struct BundleGroup {
    pub(crate) status: ClassBundleStatus,
    pub(crate) level: ClassLevel,
    pub(crate) bundles: i64,
    pub(crate) with_installments: i64,
    /// Made in the last 30 days.
    pub(crate) recent: i64,
    pub(crate) cents: i64,
    pub(crate) pending_deposits: i64,
}

pub(crate) async fn load(
    db: &impl ConnectionTrait,
    scope: WebsiteScope,
    now: DateTime<Utc>,
) -> Result<ClassDashboard, DbErr> {
    let (groups, pending_installments) = try_join!(groups(db, scope, now), pending_installments(db, scope))?;
    Ok(ClassDashboard { groups, pending_installments })
}

async fn groups(
    db: &impl ConnectionTrait,
    scope: WebsiteScope,
    now: DateTime<Utc>,
) -> Result<Vec<BundleGroup>, DbErr> {
    use class_bundle::Column::{CreatedAt, Level, Status};
    let bundle = class_bundle::COLUMN;
    let recent = placed_in(CreatedAt, Period::last_days(RECENT_DAYS, now));
    class_bundle::Entity::find()
        .select_only()
        .columns([Status, Level])
        .expr_as(count(), "bundles")
        .expr_as(count_where(bundle.installments_enabled.eq(true)), "with_installments")
        .expr_as(count_where(recent), "recent")
        .expr_as(sum(bundle.total_price_cents), "cents")
        .expr_as(count_where(deposit_pending()), "pending_deposits")
        .filter(scope.of(bundle.website_id))
        .group_by(Status)
        .group_by(Level)
        .into_model()
        .all(db)
        .await
}

async fn pending_installments(db: &impl ConnectionTrait, scope: WebsiteScope) -> Result<i64, DbErr> {
    tracking::of(Owner::ClassBundle, scope)
        .select_only()
        .expr_as(count(), "pending")
        .filter(rules::owed())
        .into_tuple()
        .require_one(db)
        .await
}
