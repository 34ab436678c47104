//! What clients think, and what of it waits for a decision.

mod handlers;
mod repository;
pub(crate) mod routes;
