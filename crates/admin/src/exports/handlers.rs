mod export;
mod file;
pub(super) mod financial;
pub(crate) mod log;
mod outgoing;
pub(super) mod payments;
pub(super) mod users;
