pub(super) mod analytics;
pub(super) mod dashboard;
pub(super) mod detail;
pub(super) mod dispute;
pub(super) mod pending;
pub(super) mod resolve_dispute;
