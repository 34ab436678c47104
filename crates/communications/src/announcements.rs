//! Texts for many.

mod handlers;
mod repository;
pub(crate) mod routes;
