//! The reviews that wait for a decision.

use sea_orm::{Condition, DbErr, FromQueryResult, QuerySelect, entity::prelude::*};
use tally_db::aggregate::count;
use tally_entity::{
    ReviewKind, WebsiteScope,
    review::{self, rules},
};
use tokio::try_join;

use super::{
    list::newest_first,
    review::{Review, with_columns},
};

/// Which part of the queue is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    /// Whatever waits.
    All,
    /// What nobody has decided anything about.
    Pending,
    Flagged,
    Shadowed,
    /// What the queue does not have.
    Nothing,
}

/// The reviews of a kind that wait.
#[derive(Debug, FromQueryResult)]
pub(crate) struct Waiting {
    pub(crate) kind: ReviewKind,
    pub(crate) reviews: i64,
}

/// How many wait, by kind, and the first `limit` of them, newest first.
pub(crate) async fn load(
    db: &impl ConnectionTrait,
    scope: WebsiteScope,
    kind: Option<ReviewKind>,
    part: Part,
    limit: u64,
) -> Result<(Vec<Waiting>, Vec<Review>), DbErr> {
    let rows = review::Entity::find()
        .select_only()
        .filter(scope.of(review::COLUMN.website_id))
        .filter(Condition::all().add_option(kind.map(|kind| review::COLUMN.kind.eq(kind))))
        .filter(part.condition());
    let counts = rows
        .clone()
        .column(review::Column::Kind)
        .expr_as(count(), "reviews")
        .group_by(review::Column::Kind)
        .into_model()
        .all(db);
    try_join!(counts, newest_first(with_columns(rows)).limit(limit).into_model().all(db))
}

impl Part {
    fn condition(self) -> Condition {
        let review = review::COLUMN;
        // In the words of the queue's index, whatever part of it is wanted.
        let queue = Condition::all().add(rules::pending());
        match self {
            Self::All => queue,
            Self::Pending => queue
                .add(review.is_approved.eq(false))
                .add(review.is_shadowed.eq(false))
                .add(review.is_flagged.eq(false)),
            Self::Flagged => queue.add(rules::flagged()),
            Self::Shadowed => queue.add(review.is_shadowed.eq(true)),
            Self::Nothing => queue.add(Expr::val(false)),
        }
    }
}
