//! What a writer has to hand in, day by day.

mod handlers;
mod repository;
pub(crate) mod routes;
