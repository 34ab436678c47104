pub(super) mod analytics;
mod days;
pub(super) mod enhanced_order_status;
pub(super) mod loyalty;
pub(super) mod order_activity_timeline;
pub(super) mod referrals;
pub(super) mod stats;
pub(super) mod wallet;
