pub(super) mod analytics;
