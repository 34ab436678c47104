pub(crate) mod feed;
pub(crate) mod marks;
pub(crate) mod preferences;
pub(crate) mod seen;
pub(crate) mod unread_count;
