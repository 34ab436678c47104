//! Who brought whom.

mod handlers;
mod repository;
pub(crate) mod routes;
