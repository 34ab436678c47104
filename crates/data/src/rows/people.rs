//! Tenants and people.

use super::{Tenths, Text, Time, rows};

rows! {
    Website: "websites" {
        id: i64, name: Text, domain: Text, slug: Text, contact_email: Option<Text>, currency: Text,
        created_at: Time, updated_at: Time,
    }
    User: "users" {
        id: i64, website_id: Option<i64>, email: Text, username: Text, password_hash: Text, first_name: Text, last_name: Text,
        role: Text, is_active: bool, country: Option<Text>, state: Option<Text>, email_verified_at: Option<Time>,
        joined_at: Time, last_login_at: Option<Time>, is_suspended: bool, suspension_reason: Option<Text>,
        suspended_at: Option<Time>, suspension_ends_at: Option<Time>, is_blacklisted: bool, is_on_probation: bool,
        probation_reason: Option<Text>, probation_starts_at: Option<Time>, probation_ends_at: Option<Time>,
        rating_sum: Tenths, rating_count: i32, created_at: Time, updated_at: Time,
    }
    UserPresence: "user_presence" {
        user_id: i64, is_online: bool, last_active_at: Time, notifications_seen_at: Option<Time>,
        created_at: Time, updated_at: Time,
    }
    StaffProfile: "staff_profiles" {
        website_id: Option<i64>, user_id: i64, registration_id: Option<Text>, can_blacklist_users: bool,
        can_manage_writers: bool, can_manage_clients: bool, can_manage_editors: bool, last_action_at: Option<Time>,
        action_count: i32, created_at: Time, updated_at: Time,
    }
    ActionRequest: "user_action_requests" {
        website_id: Option<i64>, requested_by_id: i64, target_user_id: i64, kind: Text, requested_role: Option<Text>,
        reason: Text, status: Text, decided_by_id: Option<i64>, decided_at: Option<Time>, decision_note: Option<Text>,
        created_at: Time, updated_at: Time,
    }
    BlacklistedEmail: "blacklisted_emails" {
        website_id: Option<i64>, email: Text, user_id: Option<i64>, reason: Option<Text>, blacklisted_by_id: Option<i64>,
        created_at: Time, updated_at: Time,
    }
    WriterLevel: "writer_levels" {
        id: i64, website_id: i64, name: Text, description: Text, page_cents: i64, slide_cents: i64, class_cents: Option<i64>,
        tips_pct: i32, min_orders: i32, max_orders: i32, display_order: i32, created_at: Time, updated_at: Time,
    }
    WriterProfile: "writer_profiles" {
        website_id: i64, user_id: i64, registration_id: Text, pen_name: Option<Text>, writer_level_id: Option<i64>,
        skills: Vec<&'static str>, introduction: Text, is_available_for_auto_assignments: bool,
        verified_at: Option<Time>, created_at: Time, updated_at: Time,
    }
    ClientProfile: "client_profiles" {
        website_id: i64, user_id: i64, registration_id: Text, loyalty_points: i64, loyalty_tier_id: Option<i64>,
        total_spent_cents: i64, created_at: Time, updated_at: Time,
    }
}

impl User {
    /// Somebody without a mark against them, who joined at that time.
    pub(crate) fn joined(role: &'static str, at: Time) -> Self {
        Self {
            role: role.into(),
            is_active: true,
            joined_at: at,
            created_at: at,
            updated_at: at,
            ..Self::default()
        }
    }
}

/// `CLNT000042`: a prefix and the user's id in six digits, or in more when it has more.
pub(crate) fn registration_id(prefix: &str, user: i64) -> Text {
    format!("{prefix}{user:06}").into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn registration_ids_have_six_digits_or_more() {
        assert_eq!(registration_id("CLNT", 42), "CLNT000042");
        assert_eq!(registration_id("WRTR", 12_345_678), "WRTR12345678");
    }
}
