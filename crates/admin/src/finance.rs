//! What came in, what went out, and what is left.

pub(crate) mod handlers;
pub(crate) mod repository;
pub(crate) mod routes;
