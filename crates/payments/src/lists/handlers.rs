pub(crate) mod payment_summary;
pub(super) mod transactions;
