//! Points: how many there are, where they came from, what they buy.

mod handlers;
mod repository;
pub(crate) mod routes;
