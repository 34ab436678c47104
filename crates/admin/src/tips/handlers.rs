pub(crate) mod analytics;
pub(crate) mod dashboard;
pub(crate) mod earnings;
mod figures;
pub(crate) mod list_tips;
