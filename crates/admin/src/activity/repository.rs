pub(super) mod entries;
pub(super) mod visible;
