//! Notices to one person.

mod handlers;
mod repository;
pub(crate) mod routes;
