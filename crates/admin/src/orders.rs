//! Orders as those who hand them out see them.

mod handlers;
mod repository;
pub(crate) mod routes;
