//! What clients gave besides, and how it was split between writers and the platform.

mod handlers;
mod repository;
pub(crate) mod routes;
