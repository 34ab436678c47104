pub(crate) mod analytics;
