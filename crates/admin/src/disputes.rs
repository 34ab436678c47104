//! Who does not agree about an order, and how that ends.

mod act;
mod handlers;
mod repository;
pub(crate) mod routes;
