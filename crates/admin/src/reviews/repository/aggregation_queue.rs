//! Reviews that stand somewhere, in few words.

use chrono::{DateTime, Utc};
use sea_orm::{Condition, DbErr, FromQueryResult, QuerySelect, Select, entity::prelude::*};
use tally_entity::{
    ReviewId, ReviewKind, WebsiteScope,
    refs::UserName,
    review::{self, rules},
};

use super::{
    list::newest_first,
    review::{REVIEWER, stars},
};

/// Where a review stands, as these totals understand it: a hidden one waits for nobody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Standing {
    Pending,
    Flagged,
    Shadowed,
    Approved,
    /// Where no review stands.
    Nowhere,
}

#[derive(Debug, FromQueryResult)]
pub(crate) struct Queued {
    pub(crate) id: ReviewId,
    pub(crate) kind: ReviewKind,
    #[sea_orm(nested(prefix = "reviewer_"))]
    pub(crate) reviewer: UserName,
    /// In hundredths.
    pub(crate) stars: i64,
    /// Its beginning.
    pub(crate) comment: String,
    pub(crate) is_approved: bool,
    pub(crate) is_shadowed: bool,
    pub(crate) is_flagged: bool,
    pub(crate) submitted_at: DateTime<Utc>,
}

/// The first `limit` of them, newest first.
pub(crate) async fn load(
    db: &impl ConnectionTrait,
    scope: WebsiteScope,
    kinds: &[ReviewKind],
    standing: Standing,
    limit: u64,
) -> Result<Vec<Queued>, DbErr> {
    use review::Column as R;
    let rows = of_kinds(scope, kinds)
        .columns([R::Id, R::Kind, R::IsApproved, R::IsShadowed, R::IsFlagged, R::SubmittedAt])
        .expr_as(stars(), "stars")
        .expr_as(Expr::cust_with_expr("left($1, 100)", R::Comment.into_expr()), "comment")
        .filter(standing.condition())
        .limit(limit);
    newest_first(UserName::join(rows, R::ReviewerId, REVIEWER)).into_model().all(db).await
}

/// Reviews of these kinds, without columns.
pub(super) fn of_kinds(scope: WebsiteScope, kinds: &[ReviewKind]) -> Select<review::Entity> {
    review::Entity::find()
        .select_only()
        .filter(scope.of(review::COLUMN.website_id))
        .filter(review::COLUMN.kind.is_in(kinds.iter().copied()))
}

impl Standing {
    pub(super) fn condition(self) -> Condition {
        let review = review::COLUMN;
        let all = Condition::all();
        match self {
            Self::Pending => all.add(review.is_approved.eq(false)).add(review.is_shadowed.eq(false)),
            Self::Flagged => all.add(rules::flagged()),
            Self::Shadowed => all.add(review.is_shadowed.eq(true)),
            Self::Approved => all.add(review.is_approved.eq(true)),
            Self::Nowhere => all.add(Expr::val(false)),
        }
    }
}
