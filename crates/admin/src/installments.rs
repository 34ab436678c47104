//! Part payments: what is paid, what is due, what is late.

pub(crate) mod handlers;
pub(crate) mod repository;
pub(crate) mod routes;
