pub(crate) mod unread_count;
