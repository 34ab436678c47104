pub(super) mod badges;
pub(super) mod ladder;
pub(super) mod level;
pub(super) mod performance;
pub(super) mod record;
pub(super) mod reviews;
pub(super) mod summary;
