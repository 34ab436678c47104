//! Whom a client brought, and the code to do it with.

mod handlers;
pub(crate) mod repository;
pub(crate) mod routes;
