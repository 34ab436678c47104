//! How many reviews there are, how good they are, and when they came.

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{DbErr, FromQueryResult, QueryOrder, QuerySelect, entity::prelude::*};
use tally_db::aggregate::{count, count_where, utc_day};
use tally_entity::{
    ReviewKind, WebsiteScope,
    review::{self, rules},
};
use tally_kernel::Period;
use tokio::try_join;

/// How far back the trends go.
const TREND_DAYS: u32 = 365;

/// The reviews of one kind with the same rating.
#[derive(Debug, FromQueryResult)]
pub(crate) struct Rated {
    pub(crate) kind: ReviewKind,
    /// Ten times the rating, which has one decimal.
    pub(crate) tenths: i64,
    pub(crate) reviews: i64,
    pub(crate) pending: i64,
    pub(crate) approved: i64,
    pub(crate) flagged: i64,
}

/// The reviews of one kind and one UTC day.
#[derive(Debug, FromQueryResult)]
pub(crate) struct Submitted {
    pub(crate) kind: ReviewKind,
    pub(crate) day: NaiveDate,
    pub(crate) reviews: i64,
    pub(crate) approved: i64,
}

#[derive(Debug)]
pub(crate) struct ReviewAnalytics {
    pub(crate) rated: Vec<Rated>,
    /// Oldest day first.
    pub(crate) submitted: Vec<Submitted>,
}

pub(crate) async fn load(
    db: &impl ConnectionTrait,
    scope: WebsiteScope,
    now: DateTime<Utc>,
) -> Result<ReviewAnalytics, DbErr> {
    let period = Period::last_days(TREND_DAYS, now);
    let (rated, submitted) = try_join!(rated(db, scope), submitted(db, scope, period))?;
    Ok(ReviewAnalytics { rated, submitted })
}

async fn rated(db: &impl ConnectionTrait, scope: WebsiteScope) -> Result<Vec<Rated>, DbErr> {
    let review = review::COLUMN;
    review::Entity::find()
        .select_only()
        .column(review::Column::Kind)
        .expr_as(Expr::cust_with_expr("($1 * 10)::bigint", review::Column::Rating.into_expr()), "tenths")
        .expr_as(count(), "reviews")
        .expr_as(count_where(rules::pending()), "pending")
        .expr_as(count_where(rules::approved()), "approved")
        .expr_as(count_where(rules::flagged()), "flagged")
        .filter(scope.of(review.website_id))
        .group_by(review::Column::Kind)
        .group_by(review::Column::Rating)
        .into_model()
        .all(db)
        .await
}

async fn submitted(
    db: &impl ConnectionTrait,
    scope: WebsiteScope,
    period: Period,
) -> Result<Vec<Submitted>, DbErr> {
    let review = review::COLUMN;
    let day = utc_day(review.submitted_at);
    review::Entity::find()
        .select_only()
        .column(review::Column::Kind)
        .expr_as(day.clone(), "day")
        .expr_as(count(), "reviews")
        .expr_as(count_where(rules::approved()), "approved")
        .filter(scope.of(review.website_id))
        .filter(review.submitted_at.gte(period.from))
        .filter(review.submitted_at.lt(period.until))
        .group_by(review::Column::Kind)
        .group_by(day.clone())
        .order_by_asc(day)
        .into_model()
        .all(db)
        .await
}
