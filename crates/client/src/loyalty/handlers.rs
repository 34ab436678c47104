pub(super) mod redemption_categories;
pub(super) mod redemption_items;
pub(super) mod redemption_requests;
pub(super) mod summary;
pub(super) mod transactions;
