pub(super) mod award_sources;
mod query;
pub(super) mod statistics;
pub(super) mod tracking;
