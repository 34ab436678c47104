//! What was paid, by whom, for what.

mod handlers;
mod repository;
pub(crate) mod routes;
