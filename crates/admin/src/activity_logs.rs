//! What the people who run the business did, as the log has it.

pub(crate) mod handlers;
pub(crate) mod repository;
pub(crate) mod routes;
