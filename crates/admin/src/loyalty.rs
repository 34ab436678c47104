//! Points that clients got and spent.

mod handlers;
mod repository;
pub(crate) mod routes;
