//! What clients think, and what of it waits for a decision.

mod act;
mod handlers;
mod moderation;
mod repository;
pub(crate) mod routes;
