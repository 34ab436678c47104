//! What people say about the work: reviews, disputes, tickets.

#![expect(clippy::struct_field_names, reason = "a field is named after its column")]

use super::{Tenths, Text, Time, rows};

rows! {
    Review: "reviews" {
        website_id: i64, kind: Text, reviewer_id: i64, reviewed_user_id: Option<i64>, order_id: Option<i64>, rating: Tenths,
        title: Option<Text>, comment: Text, origin: Text, is_approved: bool, is_shadowed: bool, is_flagged: bool,
        flag_reason: Option<Text>, moderated_at: Option<Time>, moderated_by_id: Option<i64>, is_verified: bool,
        submitted_at: Time, created_at: Time, updated_at: Time,
    }
    Dispute: "disputes" {
        website_id: i64, order_id: Option<i64>, raised_by_id: Option<i64>, assigned_to_id: Option<i64>, status: Text,
        reason_code: Text, reason: Text, resolution_outcome: Option<Text>, resolution_notes: Option<Text>,
        writer_responded_at: Option<Time>, sla_due_at: Option<Time>, resolved_at: Option<Time>, resolved_by_id: Option<i64>,
        created_at: Time, updated_at: Time,
    }
    Ticket: "tickets" {
        website_id: i64, ticket_no: Text, title: Text, description: Text, created_by_id: Option<i64>,
        assigned_to_id: Option<i64>, order_id: Option<i64>, category: Text, priority: Option<Text>, is_escalated: bool,
        escalated_at: Option<Time>, status: Text, sla_due_at: Option<Time>, first_response_at: Option<Time>,
        resolved_at: Option<Time>, closed_at: Option<Time>, satisfaction: Option<i16>, created_at: Time, updated_at: Time,
    }
}
