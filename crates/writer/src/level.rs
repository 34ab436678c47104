//! How well a writer does, and how far it brought him.

mod handlers;
mod repository;
pub(crate) mod routes;
