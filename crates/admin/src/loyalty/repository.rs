pub(super) mod award_sources;
pub(super) mod statistics;
pub(super) mod tracking;
pub(super) mod wanted;
