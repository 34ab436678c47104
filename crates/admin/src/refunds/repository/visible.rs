//! Which refunds exist for whom.

use sea_orm::{Condition, entity::prelude::*};
use tally_entity::{UserId, WebsiteScope, refund};

/// Who looks at refunds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Viewer {
    /// Sees all of these websites.
    Staff(WebsiteScope),
    /// Sees what he gets back.
    Client(UserId),
    /// Nobody gives a writer anything back.
    Writer,
}

impl Viewer {
    /// The condition that keeps a statement to the refunds he sees.
    pub(super) fn sees(self) -> Condition {
        match self {
            Self::Staff(scope) => scope.of(refund::COLUMN.website_id),
            Self::Client(id) => refund::COLUMN.client_id.eq(id).into(),
            Self::Writer => Condition::all().add(Expr::val(false)),
        }
    }
}
