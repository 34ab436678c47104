pub(super) mod payments;
pub(super) mod users;
