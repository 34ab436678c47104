//! What a writer could write next, what he asked for, and whether he is there.

mod handlers;
mod repository;
pub(crate) mod routes;
