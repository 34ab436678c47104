pub(super) mod orders;
pub(super) mod payments;
pub(super) mod users;
