//! Orders that wait for a writer, and the writers who want them.

use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::{
    DbErr, FromQueryResult, JoinType, QueryOrder, QuerySelect, QueryTrait,
    entity::prelude::*,
    sea_query::{Alias, Expr, ExprTrait, Order as Direction, Query},
};
use tally_db::aggregate::count;
use tally_entity::{
    OrderId, OrderRequestId, OrderRequestStatus, OrderStatus, UserId, WebsiteScope, order, order_request,
    user, writer_profile,
};

use super::{
    order::{Order, with_columns},
    workload::{capacity, rating, with_workload},
};

#[derive(Debug, FromQueryResult)]
pub(crate) struct QueuedOrder {
    /// How many there are in all; the same in every row.
    pub(crate) orders: i64,
    #[sea_orm(nested)]
    pub(crate) order: Order,
    /// How much it presses, 0 to 100.
    pub(crate) score: i64,
}

/// A writer who wants an order.
#[derive(Clone, Debug, FromQueryResult)]
pub(crate) struct WriterRequest {
    pub(crate) id: OrderRequestId,
    pub(crate) order_id: OrderId,
    pub(crate) writer_id: UserId,
    pub(crate) username: String,
    pub(crate) first_name: String,
    pub(crate) last_name: String,
    /// Hundredths of 0 to 100, rounded to tenths.
    pub(crate) score: i64,
    /// Hundredths.
    pub(crate) rating: Option<i64>,
    pub(crate) reason: String,
    pub(crate) created_at: DateTime<Utc>,
}

/// The orders that press most, each with the writers who want it, the best first.
pub(crate) async fn load(
    db: &impl ConnectionTrait,
    scope: WebsiteScope,
    statuses: Option<&[OrderStatus]>,
    limit: u64,
    now: DateTime<Utc>,
) -> Result<Vec<(QueuedOrder, Vec<WriterRequest>)>, DbErr> {
    let orders = orders(db, scope, statuses, limit, now).await?;
    let mut requests = requests(db, orders.iter().map(|row| row.order.id)).await?;
    let mut with_requests = |row: QueuedOrder| {
        let of_order = requests.extract_if(.., |request| request.order_id == row.order.id).collect();
        (row, of_order)
    };
    Ok(orders.into_iter().map(&mut with_requests).collect())
}

async fn orders(
    db: &impl ConnectionTrait,
    scope: WebsiteScope,
    statuses: Option<&[OrderStatus]>,
    limit: u64,
    now: DateTime<Utc>,
) -> Result<Vec<QueuedOrder>, DbErr> {
    with_columns(order::Entity::find().select_only())
        .expr_as(Expr::cust("COUNT(*) OVER ()"), "orders")
        .expr_as(score(now), "score")
        .filter(scope.of(order::COLUMN.website_id))
        .filter(order::rules::counted())
        .filter(order::rules::needs_assignment())
        .apply_if(statuses, |orders, statuses| {
            orders.filter(order::COLUMN.status.is_in(statuses.iter().copied()))
        })
        .order_by(Expr::col(Alias::new("score")), Direction::Desc)
        .order_by_desc(order::Column::CreatedAt)
        .order_by_desc(order::Column::Id)
        .limit(limit)
        .into_model()
        .all(db)
        .await
}

/// Points for the deadline, for being urgent, for a high price, and for being wanted.
fn score(now: DateTime<Utc>) -> Expr {
    let requests = Query::select()
        .expr(count())
        .from(order_request::Entity)
        .and_where(order_request::Column::OrderId.into_expr().eq(order::Column::Id.into_expr()))
        .and_where(order_request::COLUMN.status.eq(OrderRequestStatus::Pending))
        .take();
    let within = |hours| Expr::val(now + TimeDelta::hours(hours));
    Expr::cust_with_exprs(
        "CASE WHEN $1 < $2 THEN 60 WHEN $1 <= $3 THEN 50 WHEN $1 <= $4 THEN 40 WHEN $1 <= $5 THEN 30
              WHEN $1 <= $6 THEN 15 ELSE 0 END
         + CASE WHEN $7 OR $8 && ARRAY['UO', 'CO'] THEN 20 ELSE 0 END
         + CASE WHEN $9 >= 15000 THEN 10 ELSE 0 END
         + least(10, 2 * $10)",
        [
            order::Column::ClientDeadlineAt.into_expr(),
            Expr::val(now),
            within(24),
            within(48),
            within(72),
            within(168),
            order::Column::IsUrgent.into_expr(),
            order::Column::Flags.into_expr(),
            order::Column::TotalPriceCents.into_expr(),
            Expr::SubQuery(None, Box::new(requests.into())),
        ],
    )
}

async fn requests(
    db: &impl ConnectionTrait,
    orders: impl Iterator<Item = OrderId>,
) -> Result<Vec<WriterRequest>, DbErr> {
    use order_request::Column::{CreatedAt, Id, OrderId, Reason, WriterId};
    let writer = order_request::Entity::belongs_to(user::Entity).from(WriterId).to(user::Column::Id).into();
    let rows = order_request::Entity::find()
        .select_only()
        .columns([Id, OrderId, WriterId, Reason, CreatedAt])
        .columns([user::Column::Username, user::Column::FirstName, user::Column::LastName])
        .expr_as(rating(), "rating")
        .expr_as(writer_score(), "score")
        .join(JoinType::InnerJoin, writer)
        .filter(order_request::COLUMN.order_id.is_in(orders))
        .filter(order_request::COLUMN.status.eq(OrderRequestStatus::Pending));
    with_workload(rows, WriterId)
        .order_by_desc(writer_score())
        .order_by_asc(CreatedAt)
        .order_by_asc(Id)
        .into_model()
        .all(db)
        .await
}

/// Good writers with free places first.
fn writer_score() -> Expr {
    let [sum, count] = [user::Column::RatingSum, user::Column::RatingCount].map(ColumnTrait::into_expr);
    let limit = writer_profile::rules::order_limit();
    Expr::cust_with_exprs(
        "(100 * round(least(100, greatest(0,
            14 * coalesce($1 / nullif($2, 0), 0) + 30 * $3::numeric / greatest(1, $4))), 1))::bigint",
        [sum, count, capacity(), limit],
    )
}
