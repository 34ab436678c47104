//! What the people who run the business did, as the log has it.

mod handlers;
mod repository;
pub(crate) mod routes;
