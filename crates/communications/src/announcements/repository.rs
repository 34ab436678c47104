pub(crate) mod announcement;
pub(crate) mod unread_count;
pub(crate) mod view;
