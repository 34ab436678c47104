//! The platform as a whole, for those who run it.

mod handlers;
mod repository;
pub(crate) mod routes;
