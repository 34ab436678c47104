//! Part payments: what is paid, what is due, what is late.

mod handlers;
mod repository;
pub(crate) mod routes;
