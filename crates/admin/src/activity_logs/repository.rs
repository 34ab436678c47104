pub(crate) mod activity;
pub(crate) mod detail;
pub(crate) mod list;
