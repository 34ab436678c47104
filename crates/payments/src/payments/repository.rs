pub(super) mod confirm;
pub(super) mod initiate;
pub(crate) mod payment;
