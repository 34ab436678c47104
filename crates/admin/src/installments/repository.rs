pub(super) mod pending;
pub(crate) mod tracking;
