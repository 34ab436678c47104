pub(crate) mod activity_log;
pub(crate) mod activity_logs;
mod query;
mod row;
pub(crate) mod user_feed;
