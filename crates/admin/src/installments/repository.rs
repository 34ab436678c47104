pub(super) mod pending;
pub(super) mod tracking;
