//! Deciding about reviews: what is written down about it, and who is told.

use chrono::{DateTime, Utc};
use sea_orm::DatabaseTransaction;
use serde_json::{Value, json};
use tally_auth::{
    Desk, Scoped,
    audit::{self, ActionKind, Entry, Trail},
    notice::{Event, Notice, notify},
};
use tally_entity::{ReviewId, ReviewKind, UserId, review};
use tally_http::{ApiError, ApiResult};

use super::{
    moderation::Decision,
    repository::moderate::{self, Marked, Moderated, Ruling},
};
use crate::differences::differences;

/// Somebody who decides about reviews of one kind, in the transaction of his request.
pub(crate) struct Act<'a> {
    pub(crate) tx: &'a DatabaseTransaction,
    pub(crate) desk: &'a Scoped<Desk>,
    pub(crate) trail: &'a Trail,
    pub(crate) kind: ReviewKind,
    pub(crate) now: DateTime<Utc>,
}

impl Act<'_> {
    /// Decides about those of these reviews that exist, and says which they are.
    pub(crate) async fn decide(
        &self,
        ids: &[ReviewId],
        decision: &Decision,
        notes: Option<String>,
    ) -> ApiResult<Vec<ReviewId>> {
        let ruling = Ruling { marks: decision.marks(), notes, by: self.desk.id, at: self.now };
        let moderated = moderate::apply(self.tx, self.desk.scope, self.kind, ids, ruling).await?;
        let entries = moderated.iter().filter_map(|row| self.entry(row, decision));
        audit::record_all(self.tx, entries).await?;
        if *decision == Decision::Approve {
            notify(self.tx, (&self.desk.0).into(), moderated.iter().filter_map(published)).await?;
        }
        Ok(moderated.into_iter().map(|row| row.id).collect())
    }

    /// The same for one review, which must exist.
    pub(crate) async fn decide_one(
        &self,
        id: ReviewId,
        decision: &Decision,
        notes: Option<String>,
    ) -> ApiResult<()> {
        let found = self.decide(&[id], decision, notes).await?;
        if found.is_empty() { Err(unknown()) } else { Ok(()) }
    }

    /// Writes down that this review is gone.
    pub(crate) async fn record_deletion(&self, gone: &review::Model) -> ApiResult<()> {
        let entry = Entry {
            actor: (&self.desk.0).into(),
            kind: ActionKind::Deleted,
            action: format!("Deleted {} review {}", gone.kind, gone.id),
            website: Some(gone.website_id),
            target: target(gone.id),
            before: Some(columns_of(gone)),
            after: None,
            trail: self.trail,
        };
        Ok(audit::record(self.tx, entry).await?)
    }

    /// Nothing when nothing was done.
    fn entry(&self, row: &Moderated, decision: &Decision) -> Option<Entry<'_>> {
        let (before, after) = differences(columns(&row.before), columns(row.after.as_ref()?));
        Some(Entry {
            actor: (&self.desk.0).into(),
            kind: ActionKind::Moderated,
            action: format!("{} {} review {}", decision.word(), self.kind, row.id),
            website: Some(row.website_id),
            target: target(row.id),
            before,
            after,
            trail: self.trail,
        })
    }
}

fn target(id: ReviewId) -> (&'static str, i64) {
    ("review", id.0)
}

/// What the one whom the review is about is told.
fn published(row: &Moderated) -> Option<(UserId, Notice)> {
    row.after.as_ref()?;
    let notice = Notice {
        event: Event::ReviewApproved,
        body: format!("Review {} about you can be read by everybody now.", row.id),
        link: None,
        payload: json!({ "review_id": row.id }),
        website: Some(row.website_id),
    };
    Some((row.reviewed_user_id?, notice))
}

fn columns(marked: &Marked) -> Value {
    let Marked {
        is_approved,
        is_shadowed,
        is_flagged,
        flag_reason,
        moderation_notes,
        moderated_at,
        moderated_by_id,
    } = marked;
    json!({
        "is_approved": is_approved,
        "is_shadowed": is_shadowed,
        "is_flagged": is_flagged,
        "flag_reason": flag_reason,
        "moderation_notes": moderation_notes,
        "moderated_at": moderated_at,
        "moderated_by_id": moderated_by_id,
    })
}

fn columns_of(gone: &review::Model) -> Value {
    json!({
        "kind": gone.kind,
        "reviewer_id": gone.reviewer_id,
        "reviewed_user_id": gone.reviewed_user_id,
        "order_id": gone.order_id,
        "rating": gone.rating.to_string(),
        "comment": gone.comment,
        "is_approved": gone.is_approved,
        "is_shadowed": gone.is_shadowed,
        "is_flagged": gone.is_flagged,
        "submitted_at": gone.submitted_at,
    })
}

/// 404.
pub(crate) fn unknown() -> ApiError {
    ApiError::not_found("There is no such review.")
}
