pub(super) mod confirm;
pub(super) mod initiate;
pub(super) mod payment;
