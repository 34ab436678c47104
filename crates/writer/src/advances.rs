//! Money lent to writers against coming pay.

mod handlers;
mod repository;
pub(crate) mod routes;
