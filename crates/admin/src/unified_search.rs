//! The search box of the header, which every role has.

mod handlers;
mod repository;
pub(crate) mod routes;
