//! Orders: the list and page of every role, and what those who hand them out see and do.

mod actions;
pub(crate) mod handlers;
pub(crate) mod repository;
pub(crate) mod routes;
