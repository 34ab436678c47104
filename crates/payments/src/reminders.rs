//! When clients are reminded to pay, what they are told, and the job that does it.

mod act;
mod handlers;
pub(crate) mod job;
mod repository;
pub(crate) mod routes;
