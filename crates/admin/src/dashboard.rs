//! The main dashboard, its figures one by one, and its comparisons.

pub(crate) mod handlers;
pub(crate) mod repository;
pub(crate) mod routes;
