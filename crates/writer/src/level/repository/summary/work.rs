//! What is to be done again, what is due next, and what clients said.

use chrono::{DateTime, Utc};
use sea_orm::{
    DbErr, FromQueryResult, JoinType, QueryOrder, QuerySelect,
    entity::prelude::*,
    sea_query::{Expr, ExprTrait, Order as Direction},
};
use tally_entity::{
    OrderId,
    OrderStatus::{OnRevision, RevisionInProgress, RevisionRequested},
    ReviewId, UserId, order, review,
};

/// Revisions that are listed.
const REVISIONS: u64 = 10;
const REVIEWS: u64 = 5;

/// An order that is to be done again.
#[derive(Debug, FromQueryResult)]
pub(crate) struct Revision {
    /// How many there are in all; the same in every row.
    pub(crate) orders: i64,
    pub(crate) id: OrderId,
    pub(crate) topic: String,
    pub(crate) client_id: Option<UserId>,
    pub(crate) number_of_pages: i32,
    pub(crate) updated_at: DateTime<Utc>,
    pub(crate) due: Option<DateTime<Utc>>,
    pub(crate) total_price_cents: i64,
}

#[derive(Debug, FromQueryResult)]
pub(crate) struct RecentReview {
    pub(crate) id: ReviewId,
    /// Hundredths.
    pub(crate) rating: i64,
    pub(crate) reviewer_id: UserId,
    pub(crate) comment: String,
    pub(crate) order_id: Option<OrderId>,
    pub(crate) topic: Option<String>,
    pub(crate) submitted_at: DateTime<Utc>,
}

/// The order that is due next.
#[derive(Debug, FromQueryResult)]
pub(crate) struct NextDeadline {
    pub(crate) id: OrderId,
    pub(crate) topic: String,
    pub(crate) due: DateTime<Utc>,
}

pub(super) async fn revisions(db: &impl ConnectionTrait, writer: UserId) -> Result<Vec<Revision>, DbErr> {
    use order::Column as O;
    order::Entity::find()
        .select_only()
        .expr_as(Expr::cust("COUNT(*) OVER ()"), "orders")
        .columns([O::Id, O::Topic, O::ClientId, O::NumberOfPages, O::UpdatedAt, O::TotalPriceCents])
        .expr_as(order::rules::due(), "due")
        .filter(order::rules::assigned_to(writer))
        .filter(order::COLUMN.status.is_in([RevisionRequested, OnRevision, RevisionInProgress]))
        .order_by_desc(O::UpdatedAt)
        .order_by_desc(O::Id)
        .limit(REVISIONS)
        .into_model()
        .all(db)
        .await
}

pub(super) async fn reviews(db: &impl ConnectionTrait, writer: UserId) -> Result<Vec<RecentReview>, DbErr> {
    use review::Column as R;
    let order = review::Entity::belongs_to(order::Entity).from(R::OrderId).to(order::Column::Id).into();
    review::Entity::find()
        .select_only()
        .columns([R::Id, R::ReviewerId, R::Comment, R::OrderId, R::SubmittedAt])
        .expr_as(Expr::cust_with_expr("($1 * 100)::bigint", R::Rating.into_expr()), "rating")
        .column(order::Column::Topic)
        .join(JoinType::LeftJoin, order)
        .filter(review::rules::counted_for(writer))
        .order_by_desc(R::SubmittedAt)
        .order_by_desc(R::Id)
        .limit(REVIEWS)
        .into_model()
        .all(db)
        .await
}

pub(super) async fn next_deadline(
    db: &impl ConnectionTrait,
    writer: UserId,
    now: DateTime<Utc>,
) -> Result<Option<NextDeadline>, DbErr> {
    use order::{Column as O, rules};
    order::Entity::find()
        .select_only()
        .columns([O::Id, O::Topic])
        .expr_as(rules::due(), "due")
        .filter(rules::assigned_to(writer))
        .filter(rules::active_work())
        .filter(rules::due().gt(now))
        .order_by(rules::due(), Direction::Asc)
        .order_by_asc(O::Id)
        .limit(1)
        .into_model()
        .one(db)
        .await
}
