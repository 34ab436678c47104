pub(super) mod list;
pub(super) mod removal;
