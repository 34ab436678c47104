//! What was given back, and what waits to be.

mod handlers;
mod repository;
pub(crate) mod routes;
