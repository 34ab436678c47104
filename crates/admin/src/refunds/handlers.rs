pub(crate) mod analytics;
pub(crate) mod dashboard;
pub(crate) mod history;
pub(crate) mod pending;
pub(crate) mod refund_logs;
pub(crate) mod refund_receipts;
pub(crate) mod refunds;
mod row;
mod viewer;
