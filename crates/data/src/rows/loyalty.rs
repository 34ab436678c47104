//! Points of clients.

use super::{Text, Time, rows};

rows! {
    LoyaltyTier: "loyalty_tiers" {
        id: i64, website_id: i64, name: Text, threshold: i64, discount_pct: i32, perks: Text, created_at: Time, updated_at: Time,
    }
    LoyaltyTransaction: "loyalty_transactions" {
        website_id: i64, client_id: i64, transaction_type: Text, points: i64, source: Text, reason: Text,
        order_id: Option<i64>, created_at: Time,
    }
}
