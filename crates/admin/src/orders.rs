//! Orders: the list and page of every role, and what those who hand them out see and do.

mod actions;
mod handlers;
mod repository;
pub(crate) mod routes;
