//! The people of the business and its customers: who they are, and what may be done about them.

pub(crate) mod act;
pub(crate) mod handlers;
pub(crate) mod repository;
pub(crate) mod routes;
