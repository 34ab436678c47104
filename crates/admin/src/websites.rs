//! The websites of the platform.

mod handlers;
mod repository;
pub(crate) mod routes;
