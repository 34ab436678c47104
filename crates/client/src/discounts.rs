//! What a client may take off a price.

mod handlers;
mod repository;
pub(crate) mod routes;
