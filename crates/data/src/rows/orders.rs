//! Orders and their lines.

use super::{Text, Time, rows};

rows! {
    Order: "orders" {
        id: i64, website_id: i64, client_id: Option<i64>, assigned_writer_id: Option<i64>, preferred_writer_id: Option<i64>,
        topic: Text, instructions: Text, paper_type_id: Option<i64>, work_type_id: Option<i64>, subject_id: Option<i64>,
        academic_level_id: Option<i64>, formatting_style_id: Option<i64>, english_type_id: Option<i64>,
        writer_level_id: Option<i64>, number_of_pages: i32, number_of_slides: i32, number_of_references: i32,
        flags: Vec<&'static str>, is_urgent: bool, status: Text, client_deadline_at: Option<Time>,
        writer_deadline_at: Option<Time>, total_price_cents: i64, writer_compensation_cents: i64, is_paid: bool,
        paid_at: Option<Time>, assigned_at: Option<Time>, submitted_at: Option<Time>, completed_at: Option<Time>,
        cancelled_at: Option<Time>, deleted_at: Option<Time>, deleted_by_id: Option<i64>, delete_reason: Option<Text>,
        created_at: Time, updated_at: Time,
    }
    OrderItem: "order_items" {
        website_id: i64, order_id: i64, service_id: Option<i64>, description: Text, quantity: i32, unit_price_cents: i64,
        amount_cents: i64, created_at: Time, updated_at: Time,
    }
}
