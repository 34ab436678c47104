//! One page of the reviews somebody sees.

use chrono::{DateTime, Utc};
use sea_orm::{
    Condition, DbErr, QueryOrder, QuerySelect, Select,
    entity::prelude::*,
    sea_query::{Alias, Func},
};
use tally_db::{aggregate::count, search::has_words};
use tally_entity::{
    ReviewId, ReviewKind,
    refs::UserName,
    review::{self, rules},
    user,
};
use tokio::try_join;

use super::{
    review::{REVIEWER, Review, with_columns},
    visible::Viewer,
};

/// Where a review stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Standing {
    Pending,
    Approved,
    Flagged,
    Shadowed,
}

/// Which reviews are wanted; what is absent narrows nothing.
#[derive(Clone, Debug, Default)]
pub(crate) struct Wanted {
    /// Any of these; none of all, when the list is there and empty.
    pub(crate) standings: Option<Vec<Standing>>,
    /// In hundredths.
    pub(crate) stars: Option<i64>,
    pub(crate) is_approved: Option<bool>,
    pub(crate) is_flagged: Option<bool>,
    pub(crate) is_shadowed: Option<bool>,
    /// Beginnings of words, or an id.
    pub(crate) search: Option<String>,
    pub(crate) since: Option<DateTime<Utc>>,
}

/// How many there are, and `limit` of them after the first `offset`, newest first.
pub(crate) async fn load(
    db: &impl ConnectionTrait,
    viewer: Viewer,
    kind: ReviewKind,
    wanted: &Wanted,
    limit: u64,
    offset: u64,
) -> Result<(i64, Vec<Review>), DbErr> {
    let rows =
        review::Entity::find().select_only().filter(viewer.sees(kind)).filter(wanted.condition(viewer));
    let page = newest_first(with_columns(rows.clone())).limit(limit).offset(offset).into_model().all(db);
    try_join!(counted(db, rows), page)
}

async fn counted(db: &impl ConnectionTrait, rows: Select<review::Entity>) -> Result<i64, DbErr> {
    // Conditions may name who wrote it.
    let rows = UserName::join(rows, review::Column::ReviewerId, REVIEWER).select_only();
    rows.expr_as(count(), "count").into_tuple().require_one(db).await
}

/// Of reviews of the same instant the one with the larger id first.
pub(super) fn newest_first(reviews: Select<review::Entity>) -> Select<review::Entity> {
    reviews.order_by_desc(review::Column::SubmittedAt).order_by_desc(review::Column::Id)
}

impl Standing {
    fn condition(self) -> Expr {
        match self {
            Self::Pending => rules::pending(),
            Self::Approved => rules::approved(),
            Self::Flagged => rules::flagged(),
            Self::Shadowed => review::COLUMN.is_shadowed.eq(true),
        }
    }
}

impl Wanted {
    fn condition(&self, viewer: Viewer) -> Condition {
        let Self { standings, stars, is_approved, is_flagged, is_shadowed, search, since } = self;
        let review = review::COLUMN;
        let any = |standings: &Vec<Standing>| {
            let none = Condition::any().add(Expr::val(false));
            standings.iter().fold(none, |any, standing| any.add(standing.condition()))
        };
        Condition::all()
            .add_option(standings.as_ref().map(any))
            .add_option(stars.map(|stars| review.rating.eq(Decimal::new(stars, 2))))
            .add_option(is_approved.map(|set| review.is_approved.eq(set)))
            .add_option(is_flagged.map(|set| review.is_flagged.eq(set)))
            .add_option(is_shadowed.map(|set| review.is_shadowed.eq(set)))
            .add_option(search.as_deref().map(|query| searched(query, viewer)))
            .add_option(since.map(|since| review.submitted_at.gte(since)))
    }
}

/// Only staff knows people's names.
fn searched(query: &str, viewer: Viewer) -> Condition {
    let comment = review::Column::Comment.into_expr();
    let text = match viewer {
        Viewer::Staff(_) => {
            use user::Column::{Email, FirstName, LastName, Username};
            let names = [Username, Email, FirstName, LastName];
            let names = names.map(|column| Expr::col((Alias::new(REVIEWER), column)));
            Func::cust("concat_ws").args([Expr::val(" "), comment].into_iter().chain(names)).into()
        }
        Viewer::Writer(_) | Viewer::Client(_) => comment,
    };
    let id = query.trim().parse().ok().map(|id| review::COLUMN.id.eq(ReviewId(id)));
    Condition::any().add(has_words(text, query)).add_option(id)
}
