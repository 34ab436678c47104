//! What people write to a writer about his work.

mod handlers;
mod repository;
pub(crate) mod routes;
