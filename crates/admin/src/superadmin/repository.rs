pub(super) mod dashboard;
mod payouts;
mod refunds;
mod tips;
mod website_stats;
