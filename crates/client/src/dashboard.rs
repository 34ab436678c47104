//! What a client sees first: figures, an order's course, points and money.

mod handlers;
mod repository;
pub(crate) mod routes;
mod words;
