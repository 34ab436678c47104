//! Changing what was sent.

use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::ConnectionTrait;
use serde_json::json;
use tally_auth::audit::{ActionKind, Entry, Trail, record};
use tally_entity::{MessageId, ThreadId};
use tally_http::{ApiError, ApiResult};

use super::{
    repository::{
        change::{self, Editable},
        target::{self, Target},
        write,
    },
    sending::{screened, tell_of_flag},
};
use crate::{threads::handlers::no_thread, viewer::Viewer};

/// How long a sender may think better of it.
const EDITABLE: TimeDelta = TimeDelta::minutes(15);

type When<'a> = (&'a Trail, DateTime<Utc>);

async fn find(
    tx: &impl ConnectionTrait,
    viewer: Viewer,
    (thread, id): (ThreadId, MessageId),
) -> ApiResult<(Target, Editable)> {
    let target = target::lock(tx, viewer, thread).await?.ok_or_else(no_thread)?;
    let message = change::find(tx, viewer, (thread, id)).await?;
    Ok((target, message.ok_or_else(|| ApiError::not_found("There is no such message."))?))
}

/// Gives a message another text, which is screened again.
pub(crate) async fn edit(
    tx: &impl ConnectionTrait,
    viewer: Viewer,
    of: (ThreadId, MessageId),
    text: String,
    (trail, now): When<'_>,
) -> ApiResult<()> {
    let (target, message) = find(tx, viewer, of).await?;
    may_edit(viewer, &message, now)?;
    let screened = screened(tx, viewer.role, &target, &text).await?;
    let is_stopped = !screened.matched.is_empty();
    change::edit(tx, of.1, (screened.text.clone(), screened.link.as_ref()), is_stopped, now).await?;
    if is_stopped {
        write::flag(tx, target.website_id, of.1, &screened).await?;
        tell_of_flag(tx, viewer.into(), &target, of.1).await?;
    }
    let kind = ActionKind::Updated;
    note(tx, viewer, (&target, of.1), (kind, "Edited", message.body, Some(screened.text)), trail).await
}

fn may_edit(viewer: Viewer, message: &Editable, now: DateTime<Utc>) -> ApiResult<()> {
    if viewer.is_admin() {
        return Ok(());
    }
    if message.sender_id != viewer.id {
        return Err(ApiError::forbidden("Only its sender can edit a message."));
    }
    if message.was_read {
        return Err(ApiError::conflict("The message was read already."));
    }
    if now - message.sent_at > EDITABLE {
        return Err(ApiError::conflict("A message can be edited for 15 minutes."));
    }
    Ok(())
}

/// Takes a message away.
pub(crate) async fn delete(
    tx: &impl ConnectionTrait,
    viewer: Viewer,
    of: (ThreadId, MessageId),
    (trail, now): When<'_>,
) -> ApiResult<()> {
    let (target, message) = find(tx, viewer, of).await?;
    change::delete(tx, of.1, viewer.id, now).await?;
    let kind = ActionKind::Deleted;
    note(tx, viewer, (&target, of.1), (kind, "Deleted", message.body, None), trail).await
}

async fn note(
    tx: &impl ConnectionTrait,
    viewer: Viewer,
    (target, id): (&Target, MessageId),
    (kind, action, before, after): (ActionKind, &str, String, Option<String>),
    trail: &Trail,
) -> ApiResult<()> {
    if !viewer.is_staff() {
        return Ok(());
    }
    let entry = Entry {
        actor: viewer.into(),
        kind,
        action: format!("{action} message {id}"),
        website: Some(target.website_id),
        target: ("message", id.0),
        before: Some(json!({ "body": before })),
        after: after.map(|text| json!({ "body": text })),
        trail,
    };
    record(tx, entry).await?;
    Ok(())
}
