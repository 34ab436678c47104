//! Special orders: inquiries that wait for a price or a decision, and what becomes of them.

mod handlers;
mod repository;
pub(crate) mod routes;
