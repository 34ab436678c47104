//! What waits for payment, and what was said about it.

mod handlers;
mod repository;
pub(crate) mod routes;
