mod export;
mod file;
pub(super) mod financial;
pub(crate) mod log;
pub(super) mod orders;
mod outgoing;
pub(super) mod payments;
pub(super) mod users;
