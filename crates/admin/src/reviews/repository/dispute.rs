//! Somebody does not agree with what is said about him.

use chrono::{DateTime, Utc};
use sea_orm::{DatabaseTransaction, DbErr, QuerySelect, Set, entity::prelude::*};
use tally_entity::{ReviewId, ReviewKind, review};

use super::visible::Viewer;
use crate::reviews::moderation::{Marks, Reason};

/// Nothing when he sees no such review; otherwise it stays as it is until the transaction ends.
pub(crate) async fn lock(
    tx: &DatabaseTransaction,
    viewer: Viewer,
    kind: ReviewKind,
    id: ReviewId,
) -> Result<Option<review::Model>, DbErr> {
    let reviews = review::Entity::find_by_id(id).filter(viewer.sees(kind));
    reviews.lock_exclusive().one(tx).await
}

/// Writes the objection down, and what it does to the marks. Whether the review counts stays as it is.
pub(crate) async fn object(
    tx: &DatabaseTransaction,
    id: ReviewId,
    why: String,
    marks: Marks,
    now: DateTime<Utc>,
) -> Result<(), DbErr> {
    let mut row = review::ActiveModel {
        disputed_at: Set(Some(now)),
        dispute_reason: Set(Some(why)),
        ..Default::default()
    };
    if let Some(flagged) = marks.flagged {
        row.is_flagged = Set(flagged);
    }
    if let Reason::Given(reason) = marks.reason {
        row.flag_reason = Set(Some(reason));
    }
    review::Entity::update_many().set(row).filter(review::COLUMN.id.eq(id)).exec(tx).await?;
    Ok(())
}
