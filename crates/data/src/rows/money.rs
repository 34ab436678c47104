//! Money that moves, and the reminders that make it move.

#![expect(clippy::struct_field_names, reason = "a field is named after its column")]

use super::{Text, Time, Uuid, rows};

rows! {
    Payment: "payments" {
        id: i64, website_id: i64, client_id: Option<i64>, payment_type: Text, order_id: Option<i64>,
        special_order_id: Option<i64>, class_bundle_id: Option<i64>, tip_id: Option<i64>, part: Text, status: Text,
        amount_cents: i64, refunded_cents: i64, currency: Text, method: Option<Text>, reference_id: Uuid,
        confirmed_at: Option<Time>, failure_reason: Option<Text>, created_at: Time, updated_at: Time,
    }
    Refund: "refunds" {
        website_id: i64, payment_id: i64, client_id: Option<i64>, r#type: Text, refund_method: Text, wallet_amount_cents: i64,
        external_amount_cents: i64, status: Text, reason: Text, requested_by_id: Option<i64>, processed_by_id: Option<i64>,
        processed_at: Option<Time>, created_at: Time, updated_at: Time,
    }
    Tip: "tips" {
        id: i64, website_id: i64, client_id: i64, writer_id: i64, tip_type: Text, order_id: Option<i64>,
        class_bundle_id: Option<i64>, writer_level_id: Option<i64>, amount_cents: i64, writer_pct: i32,
        writer_earning_cents: i64, platform_profit_cents: i64, reason: Text, payment_status: Text, sent_at: Time,
        created_at: Time, updated_at: Time,
    }
    PayoutRequest: "payout_requests" {
        website_id: i64, user_id: i64, amount_cents: i64, currency: Text, status: Text, decided_by_id: Option<i64>,
        decided_at: Option<Time>, paid_at: Option<Time>, reason: Text, failure_reason: Option<Text>,
        created_at: Time, updated_at: Time,
    }
    ReminderConfig: "payment_reminder_configs" {
        id: i64, website_id: i64, name: Text, deadline_pct: i32, message: Text, email_subject: Option<Text>, is_active: bool,
        display_order: i32, created_by_id: Option<i64>, created_at: Time, updated_at: Time,
    }
    DeletionMessage: "payment_deletion_messages" {
        website_id: i64, message: Text, email_subject: Option<Text>, is_active: bool, created_by_id: Option<i64>,
        created_at: Time, updated_at: Time,
    }
    ReminderSent: "payment_reminders_sent" {
        website_id: i64, reminder_config_id: i64, order_id: Option<i64>, client_id: i64, sent_as_notification: bool,
        sent_as_email: bool, sent_at: Time, created_at: Time,
    }
}
