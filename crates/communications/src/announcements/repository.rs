pub(super) mod unread_count;
