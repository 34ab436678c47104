//! What people did, as each of them may know it.

mod handlers;
mod repository;
pub(crate) mod routes;
