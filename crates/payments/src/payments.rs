//! What was paid, by whom, for what.

pub(crate) mod handlers;
pub(crate) mod repository;
pub(crate) mod routes;
