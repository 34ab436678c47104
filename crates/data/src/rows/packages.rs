//! Special orders, class bundles and the part payments of both and of orders.

#![expect(clippy::struct_field_names, reason = "a field is named after its column")]

use chrono::NaiveDate;

use super::{Text, Time, rows};

rows! {
    SpecialOrderType: "special_order_types" {
        id: i64, website_id: i64, name: Text, description: Text, created_at: Time, updated_at: Time,
    }
    SpecialOrder: "special_orders" {
        id: i64, website_id: i64, client_id: i64, writer_id: Option<i64>, order_type: Text, special_order_type_id: Option<i64>,
        inquiry_details: Text, duration_days: i32, price_per_day_cents: Option<i64>, total_cost_cents: Option<i64>,
        deposit_required_cents: Option<i64>, is_approved: bool, writer_payment_cents: Option<i64>, status: Text,
        completed_at: Option<Time>, created_at: Time, updated_at: Time,
    }
    ClassBundleConfig: "class_bundle_configs" {
        id: i64, website_id: i64, duration: Text, level: Text, bundle_size: i32, price_per_class_cents: i64,
        created_at: Time, updated_at: Time,
    }
    ClassBundle: "class_bundles" {
        id: i64, website_id: i64, client_id: i64, assigned_writer_id: Option<i64>, config_id: Option<i64>,
        created_by_admin_id: Option<i64>, pricing_source: Text, status: Text, level: Text, duration: Text,
        bundle_size: Option<i32>, number_of_classes: i32, starts_on: Option<NaiveDate>, ends_on: Option<NaiveDate>,
        price_per_class_cents: Option<i64>, total_price_cents: i64, deposit_required_cents: i64, deposit_paid_cents: i64,
        paid_cents: i64, installments_enabled: bool, installment_count: i32, completed_at: Option<Time>,
        created_at: Time, updated_at: Time,
    }
    Installment: "installments" {
        website_id: i64, class_bundle_id: Option<i64>, special_order_id: Option<i64>, order_id: Option<i64>,
        installment_number: i32, amount_cents: i64, due_on: Option<NaiveDate>, paid_at: Option<Time>,
        paid_by_id: Option<i64>, payment_id: Option<i64>, cancelled_at: Option<Time>, created_at: Time, updated_at: Time,
    }
}
