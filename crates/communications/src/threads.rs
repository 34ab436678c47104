//! Conversations about work.

pub(crate) mod handlers;
pub(crate) mod opening;
pub(crate) mod repository;
pub(crate) mod routes;
pub(crate) mod typing;
