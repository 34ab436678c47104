//! How discounts are used.

use chrono::{DateTime, Utc};
use sea_orm::{
    DbErr, ExprTrait, FromQueryResult, JoinType, QueryOrder, QuerySelect, Select, entity::prelude::*,
    sea_query::Alias,
};
use tally_db::aggregate::{avg_where, count, count_where, sum};
use tally_entity::{DiscountType, WebsiteScope, discount, discount_usage, promotional_campaign};
use tokio::try_join;

const TOP: u64 = 10;

#[derive(Debug)]
pub(crate) struct Stats {
    pub(crate) discounts: Discounts,
    pub(crate) usages: Usages,
}

#[derive(Debug, FromQueryResult)]
pub(crate) struct Discounts {
    pub(crate) all: i64,
    pub(crate) active: i64,
    pub(crate) used: i64,
    /// Of those that are a percentage, in hundredths.
    pub(crate) avg_percent: Option<i64>,
}

#[derive(Debug, FromQueryResult)]
pub(crate) struct Usages {
    pub(crate) times: i64,
    pub(crate) cents: i64,
}

#[derive(Debug, FromQueryResult)]
pub(crate) struct UsedCode {
    pub(crate) code: String,
    pub(crate) used: i64,
}

#[derive(Debug, FromQueryResult)]
pub(crate) struct Event {
    pub(crate) name: String,
    pub(crate) discounts: i64,
}

pub(crate) async fn stats(
    db: &impl ConnectionTrait,
    scope: WebsiteScope,
    now: DateTime<Utc>,
) -> Result<Stats, DbErr> {
    let discount = discount::COLUMN;
    let discounts = counted(scope)
        .expr_as(count(), "all")
        .expr_as(count_where(discount::rules::active(now)), "active")
        .expr_as(sum(discount.used_count), "used")
        .expr_as(avg_where(discount.percent, discount.discount_type.eq(DiscountType::Percent)), "avg_percent")
        .into_model()
        .require_one(db);
    let usages = counted(scope)
        .expr_as(count(), "times")
        .expr_as(sum(discount_usage::COLUMN.applied_amount_cents), "cents")
        .join_rev(JoinType::InnerJoin, used())
        .into_model()
        .require_one(db);
    let (discounts, usages) = try_join!(discounts, usages)?;
    Ok(Stats { discounts, usages })
}

/// The codes that were used most.
pub(crate) async fn top_used(db: &impl ConnectionTrait, scope: WebsiteScope) -> Result<Vec<UsedCode>, DbErr> {
    let discount = discount::COLUMN;
    counted(scope)
        .column(discount::Column::Code)
        .expr_as(discount::Column::UsedCount.into_expr().cast_as("bigint"), "used")
        .filter(discount.used_count.gt(0))
        .order_by_desc(discount::Column::UsedCount)
        .order_by_asc(discount::Column::Code)
        .order_by_asc(discount::Column::Id)
        .limit(TOP)
        .into_model()
        .all(db)
        .await
}

/// How many discounts each campaign has. Campaigns of several websites may share a name, and then a row.
pub(crate) async fn events(db: &impl ConnectionTrait, scope: WebsiteScope) -> Result<Vec<Event>, DbErr> {
    let campaign = discount::Entity::belongs_to(promotional_campaign::Entity)
        .from(discount::Column::CampaignId)
        .to(promotional_campaign::Column::Id)
        .into();
    counted(scope)
        .column(promotional_campaign::Column::Name)
        .expr_as(count(), "discounts")
        .join(JoinType::InnerJoin, campaign)
        .group_by(promotional_campaign::Column::Name)
        .order_by_desc(Expr::col(Alias::new("discounts")))
        .order_by_asc(promotional_campaign::Column::Name)
        .into_model()
        .all(db)
        .await
}

/// Discounts that count, without columns.
pub(super) fn counted(scope: WebsiteScope) -> Select<discount::Entity> {
    discount::Entity::find()
        .select_only()
        .filter(scope.of(discount::COLUMN.website_id))
        .filter(discount::rules::counted())
}

/// The discount of a use.
pub(super) fn used() -> RelationDef {
    discount_usage::Entity::belongs_to(discount::Entity)
        .from(discount_usage::Column::DiscountId)
        .to(discount::Column::Id)
        .into()
}
