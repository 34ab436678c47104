//! What an order may be about, for the lists of its form.

mod handlers;
mod repository;
pub(crate) mod routes;
