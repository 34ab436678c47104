pub(crate) mod analytics;
pub(crate) mod approval_queue;
pub(crate) mod dashboard;
pub(crate) mod detail;
pub(crate) mod estimated_queue;
pub(crate) mod list;
mod queue;
mod row;
