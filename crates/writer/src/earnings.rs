//! What a writer earned, is owed, and can expect.

mod handlers;
mod repository;
pub(crate) mod routes;
