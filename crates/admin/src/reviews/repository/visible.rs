//! Which reviews exist for whom.

use sea_orm::{Condition, entity::prelude::*};
use tally_entity::{ReviewKind, UserId, WebsiteScope, review};

/// Who looks at reviews.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Viewer {
    /// Sees all of these websites.
    Staff(WebsiteScope),
    /// Sees what is said about him, as far as it is not hidden.
    Writer(UserId),
    /// Sees what he wrote.
    Client(UserId),
}

impl Viewer {
    /// The condition that keeps a statement to the reviews he sees.
    pub(super) fn sees(self, kind: ReviewKind) -> Condition {
        let review = review::COLUMN;
        let own = match self {
            Self::Staff(scope) => scope.of(review.website_id),
            Self::Writer(id) => Condition::all().add(review.reviewed_user_id.eq(id)).add(shown()),
            Self::Client(id) => review.reviewer_id.eq(id).into(),
        };
        own.add(review.kind.eq(kind))
    }
}

fn shown() -> Expr {
    review::COLUMN.is_shadowed.eq(false)
}
