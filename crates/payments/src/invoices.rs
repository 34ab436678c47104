//! Bills, and what is paid in parts.

pub(crate) mod handlers;
pub(crate) mod repository;
pub(crate) mod routes;
