pub(super) mod feed;
pub(super) mod seen;
pub(super) mod unread_count;
