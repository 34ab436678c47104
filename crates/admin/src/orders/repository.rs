pub(super) mod dashboard;
