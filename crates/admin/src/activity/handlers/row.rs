//! A row of the log, as its reader may know it.

use chrono::{DateTime, Utc};
use serde::Serialize;
use serde_json::{Value, json};
use tally_auth::Caller;
use tally_entity::AuditLogId;
use tally_http::UserRef;
use utoipa::ToSchema;

use crate::{
    activity::repository::entries::Entry,
    activity_logs::handlers::row::{NOBODY, details, formatted},
};

/// The role of nobody in particular.
const SYSTEM: &str = "system";

/// What somebody did.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct EntryRow {
    #[schema(value_type = i64)]
    id: AuditLogId,
    user: String,
    /// `user` again.
    username: String,
    /// Null unless staff reads, or the reader did it himself.
    user_email: Option<String>,
    /// What he was then; `system` for what nobody in particular did.
    user_role: String,
    /// `user_email` again.
    triggered_by_email: Option<String>,
    action_type: String,
    /// What it was done to.
    action_subtype: Option<String>,
    /// `user_role` again.
    actor_type: String,
    /// To clients and writers others' doings are told by what changed, without names.
    description: String,
    /// `description` again.
    display_description: String,
    website: Option<String>,
    timestamp: DateTime<Utc>,
    /// Such as `05:55 16, Nov 2025`, in UTC.
    formatted_timestamp: String,
    /// The changed columns before and after; empty unless staff reads.
    #[schema(value_type = Object)]
    metadata: Value,
}

impl EntryRow {
    pub(super) fn seen_by(reader: &Caller, entry: Entry) -> Self {
        let Entry {
            id,
            actor,
            actor_then,
            action,
            action_type,
            target_type,
            target_id,
            before,
            after,
            website,
            created_at,
        } = entry;
        let is_own = actor.as_ref().is_some_and(|actor| actor.id == reader.id);
        let in_full = is_own || reader.is_staff();
        let own_email = actor.as_ref().filter(|_| is_own).map(|actor| actor.email.clone());
        let actor = actor.map(|actor| UserRef::seen_by(reader.role, actor));
        let email = own_email.or_else(|| actor.as_ref()?.email.clone());
        let user = actor.map_or_else(|| NOBODY.to_owned(), |actor| actor.username);
        let role = actor_then.unwrap_or_else(|| SYSTEM.to_owned());
        let description =
            if in_full { action } else { details(target_type.as_deref(), target_id, after.as_ref()) };
        Self {
            id,
            username: user.clone(),
            user,
            triggered_by_email: email.clone(),
            user_email: email,
            actor_type: role.clone(),
            user_role: role,
            action_type,
            action_subtype: target_type,
            display_description: description.clone(),
            description,
            website,
            timestamp: created_at,
            formatted_timestamp: formatted(created_at),
            metadata: if reader.is_staff() { json!({ "before": before, "after": after }) } else { json!({}) },
        }
    }
}
