//! All that was paid, in one list; and what was paid for one order.

mod handlers;
mod repository;
pub(crate) mod routes;

pub(crate) use self::{handlers::payment_summary::PaymentOf, repository::payment_summary::of_invoice};
