//! What a campaign brought.

use chrono::{DateTime, Utc};
use sea_orm::{
    DbErr, FromQueryResult, JoinType, QueryOrder, QuerySelect, QueryTrait, Select,
    entity::prelude::*,
    sea_query::{Alias, Asterisk, Func, Query},
};
use tally_db::aggregate::{count, count_where, sum};
use tally_entity::{
    CampaignStatus, PromotionalCampaignId, WebsiteScope, discount, discount_usage, order,
    promotional_campaign,
};
use tokio::try_join;

use super::analytics::{UsedCode, counted, used};

const TOP: u64 = 10;

#[derive(Debug, FromQueryResult)]
pub(crate) struct Campaign {
    pub(crate) id: PromotionalCampaignId,
    pub(crate) name: String,
    pub(crate) status: CampaignStatus,
    pub(crate) starts_at: Option<DateTime<Utc>>,
    pub(crate) ends_at: Option<DateTime<Utc>>,
    pub(crate) budget_cents: i64,
}

#[derive(Debug, FromQueryResult)]
pub(crate) struct Discounts {
    pub(crate) all: i64,
    pub(crate) active: i64,
}

#[derive(Debug, FromQueryResult)]
pub(crate) struct Usages {
    pub(crate) times: i64,
    pub(crate) users: i64,
    pub(crate) discount_cents: i64,
    /// Paid orders that a discount was used for, each once.
    pub(crate) orders: i64,
    pub(crate) revenue_cents: i64,
}

#[derive(Debug)]
pub(crate) struct Found {
    pub(crate) campaign: Campaign,
    pub(crate) discounts: Discounts,
    pub(crate) usages: Usages,
    pub(crate) top: Vec<UsedCode>,
}

/// Nothing when there is no such campaign in the scope.
pub(crate) async fn find(
    db: &impl ConnectionTrait,
    scope: WebsiteScope,
    id: PromotionalCampaignId,
    now: DateTime<Utc>,
) -> Result<Option<Found>, DbErr> {
    let (campaign, discounts, usages, top) = try_join!(
        campaign(db, scope, id),
        discounts(db, scope, id, now),
        usages(db, scope, id),
        top(db, scope, id)
    )?;
    Ok(campaign.map(|campaign| Found { campaign, discounts, usages, top }))
}

async fn campaign(
    db: &impl ConnectionTrait,
    scope: WebsiteScope,
    id: PromotionalCampaignId,
) -> Result<Option<Campaign>, DbErr> {
    promotional_campaign::Entity::find_by_id(id)
        .filter(scope.of(promotional_campaign::COLUMN.website_id))
        .into_model()
        .one(db)
        .await
}

async fn discounts(
    db: &impl ConnectionTrait,
    scope: WebsiteScope,
    id: PromotionalCampaignId,
    now: DateTime<Utc>,
) -> Result<Discounts, DbErr> {
    counted(scope)
        .filter(discount::COLUMN.campaign_id.eq(id))
        .expr_as(count(), "all")
        .expr_as(count_where(discount::rules::active(now)), "active")
        .into_model()
        .require_one(db)
        .await
}

async fn usages(
    db: &impl ConnectionTrait,
    scope: WebsiteScope,
    id: PromotionalCampaignId,
) -> Result<Usages, DbErr> {
    let used = uses(scope, id)
        .expr_as(count(), "times")
        .expr_as(Func::count_distinct(discount_usage::Column::UserId.into_expr()), "users")
        .expr_as(sum(discount_usage::COLUMN.applied_amount_cents), "discount_cents")
        .into_query();
    let orders = uses(scope, id).column(discount_usage::Column::OrderId).into_query();
    let sold = order::Entity::find()
        .select_only()
        .expr_as(count(), "orders")
        .expr_as(sum(order::COLUMN.total_price_cents), "revenue_cents")
        .filter(order::rules::counted())
        .filter(order::COLUMN.is_paid.eq(true))
        .filter(order::COLUMN.id.in_subquery(orders))
        .into_query();
    let query = Query::select()
        .column(Asterisk)
        .from_subquery(used, Alias::new("used"))
        .join_subquery(JoinType::InnerJoin, sold, Alias::new("sold"), Expr::val(true))
        .take();
    Usages::find_by_statement(db.get_database_backend().build(&query)).require_one(db).await
}

async fn top(
    db: &impl ConnectionTrait,
    scope: WebsiteScope,
    id: PromotionalCampaignId,
) -> Result<Vec<UsedCode>, DbErr> {
    uses(scope, id)
        .column(discount::Column::Code)
        .expr_as(count(), "used")
        .group_by(discount::Column::Id)
        .order_by_desc(Expr::col(Alias::new("used")))
        .order_by_asc(discount::Column::Code)
        .limit(TOP)
        .into_model()
        .all(db)
        .await
}

/// The uses of the campaign's discounts, without columns.
fn uses(scope: WebsiteScope, id: PromotionalCampaignId) -> Select<discount_usage::Entity> {
    discount_usage::Entity::find()
        .select_only()
        .join(JoinType::InnerJoin, used())
        .filter(scope.of(discount::COLUMN.website_id))
        .filter(discount::rules::counted())
        .filter(discount::COLUMN.campaign_id.eq(id))
}
