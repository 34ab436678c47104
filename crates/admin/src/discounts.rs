//! Discount codes, the campaigns they belong to, and what they were used for.

mod handlers;
mod repository;
pub(crate) mod routes;
