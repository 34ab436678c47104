pub(super) mod activity;
pub(super) mod detail;
pub(super) mod list;
