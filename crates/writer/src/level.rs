//! How well a writer does, and how far it brought him.

pub(crate) mod handlers;
mod repository;
pub(crate) mod routes;
