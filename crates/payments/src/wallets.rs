//! Whose money lies where, and what goes in and out.

mod handlers;
mod repository;
pub(crate) mod routes;
