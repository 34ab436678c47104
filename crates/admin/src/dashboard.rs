//! The main dashboard, its figures one by one, and its comparisons.

mod handlers;
mod repository;
pub(crate) mod routes;
