//! How many reviews of each kind stand where.

use sea_orm::{DbErr, FromQueryResult, QuerySelect, entity::prelude::*};
use tally_db::aggregate::{avg_where, count, count_where};
use tally_entity::{
    ReviewKind, WebsiteScope,
    review::{self, rules},
};

use super::aggregation_queue::{Standing, of_kinds};

/// The reviews of one kind.
#[derive(Debug, FromQueryResult)]
pub(crate) struct Totals {
    pub(crate) kind: ReviewKind,
    pub(crate) reviews: i64,
    pub(crate) approved: i64,
    pub(crate) pending: i64,
    pub(crate) flagged: i64,
    pub(crate) shadowed: i64,
    /// Of the approved ones, in hundredths.
    pub(crate) stars: Option<i64>,
}

/// Of these kinds, as far as they have reviews.
pub(crate) async fn load(
    db: &impl ConnectionTrait,
    scope: WebsiteScope,
    kinds: &[ReviewKind],
) -> Result<Vec<Totals>, DbErr> {
    of_kinds(scope, kinds)
        .column(review::Column::Kind)
        .expr_as(count(), "reviews")
        .expr_as(count_where(Standing::Approved.condition()), "approved")
        .expr_as(count_where(Standing::Pending.condition()), "pending")
        .expr_as(count_where(rules::flagged()), "flagged")
        .expr_as(count_where(Standing::Shadowed.condition()), "shadowed")
        .expr_as(avg_where(review::COLUMN.rating, Standing::Approved.condition()), "stars")
        .group_by(review::Column::Kind)
        .into_model()
        .all(db)
        .await
}
