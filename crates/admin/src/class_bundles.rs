//! Packages of classes: how they sell, what is still to be paid, what is talked about them.

mod handlers;
mod repository;
pub(crate) mod routes;
