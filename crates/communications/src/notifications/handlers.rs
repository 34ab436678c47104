pub(super) mod bulk_mark;
pub(super) mod feed;
pub(super) mod mark;
pub(super) mod mark_all_read;
pub(super) mod mark_read;
mod person;
pub(super) mod preferences;
pub(super) mod unread_count;
