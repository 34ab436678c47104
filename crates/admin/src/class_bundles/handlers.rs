pub(crate) mod analytics;
pub(crate) mod class_installments;
pub(crate) mod communication_threads;
pub(crate) mod dashboard;
pub(crate) mod deposit_pending;
pub(crate) mod detail;
pub(crate) mod list;
mod row;
pub(crate) mod support_tickets;
