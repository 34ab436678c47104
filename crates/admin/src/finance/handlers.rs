pub(super) mod all_payments;
pub(crate) mod overview;
