pub(super) mod acknowledge;
pub(super) mod detail;
pub(super) mod list;
mod row;
pub(super) mod unread_count;
pub(super) mod view;
