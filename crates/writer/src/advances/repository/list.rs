//! One page of the advances that somebody sees.

use chrono::{DateTime, Utc};
use sea_orm::{Condition, DbErr, FromQueryResult, QueryOrder, QuerySelect, entity::prelude::*};
use tally_db::aggregate::count;
use tally_entity::{
    AdvancePaymentId, AdvancePaymentStatus, UserId, WebsiteScope, advance_payment,
    refs::{UserName, WebsiteName},
};
use tokio::try_join;

#[derive(Debug, FromQueryResult)]
pub(crate) struct Advance {
    pub(crate) id: AdvancePaymentId,
    #[sea_orm(nested(prefix = "writer_"))]
    pub(crate) writer: UserName,
    #[sea_orm(nested(prefix = "website_"))]
    pub(crate) website: WebsiteName,
    pub(crate) requested_cents: i64,
    pub(crate) approved_cents: Option<i64>,
    pub(crate) disbursed_cents: i64,
    pub(crate) repaid_cents: i64,
    pub(crate) outstanding_cents: i64,
    pub(crate) status: AdvancePaymentStatus,
    pub(crate) reason: String,
    pub(crate) created_at: DateTime<Utc>,
    #[sea_orm(nested(prefix = "decider_"))]
    pub(crate) decider: Option<UserName>,
    pub(crate) decided_at: Option<DateTime<Utc>>,
    pub(crate) review_notes: Option<String>,
    pub(crate) disbursed_at: Option<DateTime<Utc>>,
}

/// Who looks at advances.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Viewer {
    /// Sees his own.
    Writer(UserId),
    /// Sees those of these websites.
    Staff(WebsiteScope),
}

impl Viewer {
    fn sees(self) -> Condition {
        let advance = advance_payment::COLUMN;
        match self {
            Self::Writer(id) => advance.writer_id.eq(id).into(),
            Self::Staff(scope) => scope.of(advance.website_id),
        }
    }
}

/// How many there are, and `limit` of them after the first `offset`, newest first.
pub(crate) async fn load(
    db: &impl ConnectionTrait,
    viewer: Viewer,
    (limit, offset): (u64, u64),
) -> Result<(i64, Vec<Advance>), DbErr> {
    use advance_payment::Column as A;
    let found = advance_payment::Entity::find().select_only().filter(viewer.sees());
    let rows = found
        .clone()
        .columns([A::Id, A::RequestedCents, A::ApprovedCents, A::DisbursedCents, A::RepaidCents])
        .columns([A::Status, A::Reason, A::CreatedAt, A::DecidedAt, A::ReviewNotes, A::DisbursedAt])
        .expr_as(advance_payment::rules::outstanding(), "outstanding_cents");
    let rows = WebsiteName::join(rows, A::WebsiteId);
    let rows = UserName::join(UserName::join(rows, A::WriterId, "writer"), A::DecidedById, "decider")
        .order_by_desc(A::CreatedAt)
        .order_by_desc(A::Id)
        .limit(limit)
        .offset(offset)
        .into_model()
        .all(db);
    try_join!(found.expr_as(count(), "count").into_tuple().require_one(db), rows)
}
