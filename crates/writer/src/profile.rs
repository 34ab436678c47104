//! What a writer shows of himself, and what he has done.

mod handlers;
mod repository;
pub(crate) mod routes;
