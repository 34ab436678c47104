pub(super) mod analytics;
pub(super) mod dashboard;
pub(super) mod detail;
pub(super) mod list;
pub(super) mod order;
pub(super) mod queue;
