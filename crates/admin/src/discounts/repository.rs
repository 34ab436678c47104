pub(super) mod analytics;
pub(super) mod campaign_analytics;
pub(super) mod discount_usage;
