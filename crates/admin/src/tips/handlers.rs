pub(crate) mod analytics;
pub(crate) mod dashboard;
pub(crate) mod earnings;
mod figures;
pub(crate) mod give;
pub(crate) mod list_tips;
pub(crate) mod process_payment;
pub(crate) mod seen;
