//! The last refunds.

use chrono::{DateTime, Utc};
use sea_orm::{Condition, DbErr, QuerySelect, entity::prelude::*};
use tally_entity::{RefundStatus, WebsiteScope, refund};

use super::refund::{Refund, newest_first, with_columns, with_payments};

/// Which refunds are wanted; what is absent narrows nothing.
#[derive(Clone, Debug, Default)]
pub(crate) struct Wanted {
    /// Any of these; none of all, when the list is there and empty.
    pub(crate) statuses: Option<Vec<RefundStatus>>,
    pub(crate) from: Option<DateTime<Utc>>,
    pub(crate) until: Option<DateTime<Utc>>,
}

/// The first `limit`, newest first.
pub(crate) async fn load(
    db: &impl ConnectionTrait,
    scope: WebsiteScope,
    wanted: Wanted,
    limit: u64,
) -> Result<Vec<Refund>, DbErr> {
    let Wanted { statuses, from, until } = wanted;
    let refund = refund::COLUMN;
    let which = Condition::all()
        .add_option(statuses.map(|statuses| refund.status.is_in(statuses)))
        .add_option(from.map(|from| refund.created_at.gte(from)))
        .add_option(until.map(|until| refund.created_at.lt(until)));
    let rows = with_payments().filter(scope.of(refund.website_id)).filter(which);
    newest_first(with_columns(rows)).limit(limit).into_model().all(db).await
}
