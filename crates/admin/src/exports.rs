//! Rows that leave in files.

pub(crate) mod handlers;
mod repository;
pub(crate) mod routes;
