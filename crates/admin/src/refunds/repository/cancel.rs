//! A refund that is not given, or asked for again.

use sea_orm::{DatabaseTransaction, IntoActiveModel as _, Set, entity::prelude::*};
use tally_entity::{RefundId, RefundStatus, WebsiteScope, refund};

use super::locked;

const CANCELLED: &str = "Refund manually canceled";

/// Which way a refund goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Turn {
    /// It is not given.
    Cancel,
    /// It waits again.
    Retry,
}

impl Turn {
    /// From which status to which.
    pub(crate) const fn statuses(self) -> (RefundStatus, RefundStatus) {
        match self {
            Self::Cancel => (RefundStatus::Pending, RefundStatus::Rejected),
            Self::Retry => (RefundStatus::Rejected, RefundStatus::Pending),
        }
    }
}

/// The refund, or its status when that forbids it. Nothing when the scope has no such refund.
pub(crate) async fn apply(
    tx: &DatabaseTransaction,
    scope: WebsiteScope,
    id: RefundId,
    turn: Turn,
) -> Result<Option<Result<refund::Model, RefundStatus>>, DbErr> {
    let Some((_, refund)) = locked::find(tx, scope, id).await? else { return Ok(None) };
    let (from, to) = turn.statuses();
    if refund.status != from {
        return Ok(Some(Err(refund.status)));
    }
    let mut refund = refund.into_active_model();
    refund.status = Set(to);
    refund.error_message = Set((turn == Turn::Cancel).then(|| CANCELLED.to_owned()));
    refund.update(tx).await.map(|refund| Some(Ok(refund)))
}
