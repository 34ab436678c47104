//! What discounts were used for, newest first.

use chrono::{DateTime, Utc};
use sea_orm::{
    Condition, DbErr, FromQueryResult, JoinType, QueryOrder, QuerySelect, RelationDef, entity::prelude::*,
};
use tally_db::{aggregate::count, search::has_words};
use tally_entity::{
    DiscountId, DiscountUsageId, OrderId, UserId, WebsiteScope, discount, discount_usage, user,
};
use tokio::try_join;

use super::analytics::used;

#[derive(Debug, FromQueryResult)]
pub(crate) struct Usage {
    pub(crate) id: DiscountUsageId,
    pub(crate) discount_id: DiscountId,
    pub(crate) code: String,
    pub(crate) user_id: UserId,
    pub(crate) username: String,
    pub(crate) order_id: Option<OrderId>,
    pub(crate) applied_amount_cents: i64,
    pub(crate) created_at: DateTime<Utc>,
}

/// Which uses are wanted; what is absent narrows nothing.
#[derive(Clone, Debug)]
pub(crate) struct Wanted {
    /// Beginnings of words of the code or the user name, or an id.
    pub(crate) search: Option<String>,
    pub(crate) discount: Option<DiscountId>,
}

/// How many there are, and `limit` of them after the first `offset`.
pub(crate) async fn load(
    db: &impl ConnectionTrait,
    scope: WebsiteScope,
    wanted: &Wanted,
    limit: u64,
    offset: u64,
) -> Result<(i64, Vec<Usage>), DbErr> {
    use discount_usage::Column::{AppliedAmountCents, CreatedAt, DiscountId, Id, OrderId, UserId};
    let rows = discount_usage::Entity::find()
        .select_only()
        .join(JoinType::InnerJoin, used())
        .join(JoinType::InnerJoin, person())
        .filter(scope.of(discount_usage::COLUMN.website_id))
        .filter(wanted.condition());
    let counted = rows.clone().expr_as(count(), "count").into_tuple().require_one(db);
    let page = rows
        .columns([Id, DiscountId, UserId, OrderId, AppliedAmountCents, CreatedAt])
        .column(discount::Column::Code)
        .column(user::Column::Username)
        .order_by_desc(CreatedAt)
        .order_by_desc(Id)
        .limit(limit)
        .offset(offset)
        .into_model()
        .all(db);
    try_join!(counted, page)
}

fn person() -> RelationDef {
    discount_usage::Entity::belongs_to(user::Entity)
        .from(discount_usage::Column::UserId)
        .to(user::Column::Id)
        .into()
}

impl Wanted {
    fn condition(&self) -> Condition {
        let Self { search, discount } = self;
        let usage = discount_usage::COLUMN;
        Condition::all()
            .add_option(search.as_deref().map(searched))
            .add_option(discount.map(|id| usage.discount_id.eq(id)))
    }
}

fn searched(query: &str) -> Condition {
    let text = Expr::cust_with_exprs(
        "$1 || ' ' || $2",
        [discount::Column::Code.into_expr(), user::Column::Username.into_expr()],
    );
    let id = query.trim().parse().ok().map(|id| discount_usage::COLUMN.id.eq(DiscountUsageId(id)));
    Condition::any().add(has_words(text, query)).add_option(id)
}
