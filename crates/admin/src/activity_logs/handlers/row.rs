//! A row of the log as it is shown.

use chrono::{DateTime, Utc};
use serde::Serialize;
use serde_json::Value;
use tally_entity::{AuditLogId, UserId};
use utoipa::ToSchema;

use crate::activity_logs::repository::activity::Activity;

/// Who is shown for what nobody in particular did.
pub(crate) const NOBODY: &str = "System";

/// What somebody did.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ActivityRow {
    #[schema(value_type = i64)]
    id: AuditLogId,
    admin: String,
    admin_username: String,
    #[schema(value_type = Option<i64>)]
    admin_id: Option<UserId>,
    action: String,
    description: String,
    action_type: String,
    /// What was changed and which of its columns, without their values.
    details: String,
    target_type: Option<String>,
    target_id: Option<i64>,
    timestamp: DateTime<Utc>,
    created_at: DateTime<Utc>,
    ip: Option<String>,
    website_name: Option<String>,
}

impl From<Activity> for ActivityRow {
    fn from(row: Activity) -> Self {
        let Activity {
            id,
            actor_id,
            actor,
            action,
            action_type,
            target_type,
            target_id,
            after,
            ip,
            website,
            created_at,
        } = row;
        let admin = actor.unwrap_or_else(|| NOBODY.to_owned());
        Self {
            id,
            admin: admin.clone(),
            admin_username: admin,
            admin_id: actor_id,
            description: action.clone(),
            action,
            action_type,
            details: details(target_type.as_deref(), target_id, after.as_ref()),
            target_type,
            target_id,
            timestamp: created_at,
            created_at,
            ip,
            website_name: website,
        }
    }
}

/// What was changed, and which of its columns: no values, which may be personal.
pub(crate) fn details(target_type: Option<&str>, target_id: Option<i64>, after: Option<&Value>) -> String {
    let (Some(kind), Some(id)) = (target_type, target_id) else { return String::new() };
    let columns: Vec<&str> = after.and_then(Value::as_object).into_iter().flat_map(keys).collect();
    if columns.is_empty() { format!("{kind} #{id}") } else { format!("{kind} #{id}: {}", columns.join(", ")) }
}

/// An instant as people read it: `05:55 16, Nov 2025`, in UTC.
pub(crate) fn formatted(at: DateTime<Utc>) -> String {
    at.format("%H:%M %d, %b %Y").to_string()
}

fn keys(object: &serde_json::Map<String, Value>) -> impl Iterator<Item = &str> {
    object.keys().map(String::as_str)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{details, formatted};

    #[test]
    fn details_name_columns_and_no_values() {
        let after = json!({ "status": "completed", "topic": "x" });
        assert_eq!(details(Some("order"), Some(7), Some(&after)), "order #7: status, topic");
        assert_eq!(details(Some("order"), Some(7), Some(&json!({}))), "order #7");
        assert_eq!(details(Some("order"), Some(7), Some(&json!([1]))), "order #7");
        assert_eq!(details(None, Some(7), Some(&after)), "");
    }

    #[test]
    fn an_instant_is_in_utc_and_has_no_seconds() {
        let at = |text: &str| formatted(text.parse().unwrap());
        assert_eq!(at("2025-11-16T05:55:59Z"), "05:55 16, Nov 2025");
        assert_eq!(at("2025-11-01T23:05:00-02:00"), "01:05 02, Nov 2025");
    }
}
