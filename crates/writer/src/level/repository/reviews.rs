//! What clients think of a writer, in figures.

use sea_orm::{DbErr, FromQueryResult, QuerySelect, entity::prelude::*, sea_query::Condition};
use tally_db::aggregate::{avg_where, count, count_where};
use tally_entity::{UserId, review};
use tally_kernel::Period;

#[derive(Clone, Copy, Debug, Default, FromQueryResult)]
pub(crate) struct Rating {
    /// Hundredths; null when nobody rated him.
    pub(crate) mean: Option<i64>,
    pub(crate) reviews: i64,
    /// With four stars or more.
    pub(crate) positive: i64,
    /// Those of the period that was asked about.
    pub(crate) recent: i64,
}

/// Over `among` of the reviews that count; `recent` says which are lately.
pub(crate) async fn load(
    db: &impl ConnectionTrait,
    writer: UserId,
    among: Condition,
    recent: Period,
) -> Result<Rating, DbErr> {
    let review = review::COLUMN;
    review::Entity::find()
        .select_only()
        .expr_as(avg_where(review.rating, Condition::all()), "mean")
        .expr_as(count(), "reviews")
        .expr_as(count_where(Condition::all().add(review.rating.gte(Decimal::from(4)))), "positive")
        .expr_as(count_where(submitted_in(recent)), "recent")
        .filter(review::rules::counted_for(writer))
        .filter(among)
        .into_model()
        .require_one(db)
        .await
}

pub(crate) fn submitted_in(period: Period) -> Condition {
    let submitted_at = review::COLUMN.submitted_at;
    Condition::all().add(submitted_at.gte(period.from)).add(submitted_at.lt(period.until))
}
