//! What people are told, and what staff did.

use super::{Text, Time, rows};

rows! {
    Notification: "notifications" {
        website_id: Option<i64>, user_id: i64, actor_id: Option<i64>, category: Text, event: Text, title: Text, body: Text,
        link: Option<Text>, payload: Text, priority: i16, read_at: Option<Time>, created_at: Time, updated_at: Time,
    }
    Broadcast: "broadcasts" {
        id: i64, website_id: Option<i64>, kind: Text, category: Text, title: Text, body: Text, is_pinned: bool,
        require_acknowledgement: bool, audience: Text, status: Text, scheduled_at: Option<Time>, sent_at: Option<Time>,
        recipients_count: i32, created_by_id: Option<i64>, created_at: Time, updated_at: Time,
    }
    BroadcastView: "broadcast_views" {
        website_id: Option<i64>, broadcast_id: i64, user_id: i64, viewed_at: Time, seconds_spent: i32,
        acknowledged_at: Option<Time>, created_at: Time, updated_at: Time,
    }
    AuditEntry: "audit_log" {
        website_id: Option<i64>, actor_id: Option<i64>, actor_role: Option<Text>, action_type: Text, action: Text,
        target_type: Option<Text>, target_id: Option<i64>, created_at: Time,
    }
}
