//! What a writer has to do, and in which order he means to.

mod handlers;
mod repository;
pub(crate) mod routes;
