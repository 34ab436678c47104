//! Writers ask for orders or take them, and those who hand out work decide.

mod handlers;
mod repository;
pub(crate) mod routes;
