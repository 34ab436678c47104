pub(crate) mod analytics;
pub(crate) mod dashboard;
pub(crate) mod detail;
pub(crate) mod pending;
pub(crate) mod resolve_dispute;
mod row;
