//! Reviews of the last days that look as if nobody meant them.

use chrono::{DateTime, Utc};
use sea_orm::{
    Condition, DbErr, ExprTrait, FromQueryResult, JoinType, QueryOrder, QuerySelect, Select,
    entity::prelude::*,
    sea_query::{Alias, Func},
};
use tally_db::aggregate::{count, count_where};
use tally_entity::{ReviewKind, UserId, WebsiteScope, review, user};
use tally_kernel::Period;
use tokio::try_join;

/// How far back it looks.
const DAYS: u32 = 7;
/// So many reviews of one kind are many for one person.
const MANY: i32 = 3;
/// Comments of fewer characters are short.
const SHORT: i32 = 10;

/// Somebody with many reviews of one kind.
#[derive(Debug, FromQueryResult)]
pub(crate) struct Busy {
    pub(crate) kind: ReviewKind,
    pub(crate) reviewer_id: UserId,
    pub(crate) username: String,
    pub(crate) reviews: i64,
}

/// The reviews of one kind.
#[derive(Debug, FromQueryResult)]
pub(crate) struct Suspects {
    pub(crate) kind: ReviewKind,
    pub(crate) reviews: i64,
    pub(crate) short: i64,
    pub(crate) five_star: i64,
}

/// Those with many reviews, the busiest first, and what there is of each kind.
pub(crate) async fn load(
    db: &impl ConnectionTrait,
    scope: WebsiteScope,
    now: DateTime<Utc>,
) -> Result<(Vec<Busy>, Vec<Suspects>), DbErr> {
    let Period { from, until } = Period::last_days(DAYS, now);
    let review = review::COLUMN;
    let recent = Condition::all().add(review.submitted_at.gte(from)).add(review.submitted_at.lt(until));
    let rows = review::Entity::find()
        .select_only()
        .column(review::Column::Kind)
        .expr_as(count(), "reviews")
        .filter(scope.of(review.website_id))
        .filter(recent)
        .group_by(review::Column::Kind);
    try_join!(busy(db, rows.clone()), suspects(db, rows))
}

async fn busy(db: &impl ConnectionTrait, rows: Select<review::Entity>) -> Result<Vec<Busy>, DbErr> {
    let reviewer = review::Entity::belongs_to(user::Entity).from(review::Column::ReviewerId);
    rows.column(review::Column::ReviewerId)
        .column(user::Column::Username)
        .join(JoinType::InnerJoin, reviewer.to(user::Column::Id).into())
        .group_by(review::Column::ReviewerId)
        .group_by(user::Column::Username)
        .having(count().gte(MANY))
        .order_by_desc(Expr::col(Alias::new("reviews")))
        .order_by_asc(review::Column::ReviewerId)
        .into_model()
        .all(db)
        .await
}

async fn suspects(db: &impl ConnectionTrait, rows: Select<review::Entity>) -> Result<Vec<Suspects>, DbErr> {
    let length = Expr::from(Func::char_length(review::Column::Comment.into_expr()));
    rows.expr_as(count_where(length.lt(SHORT)), "short")
        .expr_as(count_where(review::COLUMN.rating.eq(Decimal::from(5))), "five_star")
        .into_model()
        .all(db)
        .await
}
