pub(crate) mod feed;
mod person;
pub(crate) mod unread_count;
