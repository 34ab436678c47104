//! The discounts a client can use now.

use chrono::{DateTime, Utc};
use sea_orm::{
    Condition, DbErr, ExprTrait, FromQueryResult, QueryOrder, QuerySelect, entity::prelude::*,
    sea_query::Query,
};
use tally_db::aggregate::count;
use tally_entity::{DiscountId, DiscountType, UserId, WebsiteId, discount, discount_usage};

#[derive(Debug, FromQueryResult)]
pub(crate) struct Usable {
    pub(crate) id: DiscountId,
    pub(crate) code: String,
    pub(crate) description: String,
    pub(crate) discount_type: DiscountType,
    /// In cents, or in hundredths of a percent.
    pub(crate) value: i64,
    pub(crate) min_order_cents: i64,
    pub(crate) max_discount_cents: Option<i64>,
    pub(crate) starts_at: Option<DateTime<Utc>>,
    pub(crate) ends_at: Option<DateTime<Utc>>,
    pub(crate) is_active: bool,
    pub(crate) used_count: i32,
}

/// Newest first.
pub(crate) async fn load(
    db: &impl ConnectionTrait,
    me: UserId,
    website: WebsiteId,
    now: DateTime<Utc>,
) -> Result<Vec<Usable>, DbErr> {
    use discount::Column as D;
    let row = discount::COLUMN;
    let own = Query::select()
        .expr(count())
        .from(discount_usage::Entity)
        .and_where(discount_usage::Column::DiscountId.into_expr().eq(D::Id.into_expr()))
        .and_where(discount_usage::COLUMN.user_id.eq(me))
        .take();
    let own = Expr::SubQuery(None, Box::new(own.into()));
    let left = Condition::any()
        .add(row.usage_limit.is_null())
        .add(D::UsedCount.into_expr().lt(D::UsageLimit.into_expr()));
    let left_to_me = Condition::any()
        .add(row.per_user_usage_limit.is_null())
        .add(own.lt(D::PerUserUsageLimit.into_expr()));
    discount::Entity::find()
        .select_only()
        .columns([D::Id, D::Code, D::Description, D::DiscountType, D::MinOrderCents, D::MaxDiscountCents])
        .columns([D::StartsAt, D::EndsAt, D::IsActive, D::UsedCount])
        .expr_as(Expr::cust("coalesce(amount_cents, (percent * 100)::bigint)"), "value")
        .filter(row.website_id.eq(website))
        .filter(discount::rules::counted())
        .filter(discount::rules::active(now))
        .filter(Condition::any().add(row.is_general.eq(true)).add(row.assigned_to_client_id.eq(me)))
        .filter(left)
        .filter(left_to_me)
        .order_by_desc(D::CreatedAt)
        .order_by_desc(D::Id)
        .into_model()
        .all(db)
        .await
}
