//! A whole application over a database of its own: real PostgreSQL, real Redis, the router in process.
//!
//! `TEST_DATABASE_URL` and `TEST_REDIS_URL` name the servers; `make test` starts private ones and sets both.

mod app;
mod caller;
mod database;
mod documented;
mod events;
mod link;
mod node;
mod process;
mod redis;
mod rows;
mod wire;

use chrono::{DateTime, TimeZone as _, Utc};

pub use self::{
    app::{TestApp, TestOptions},
    caller::{Caller, Reply},
    database::{TestDatabase, redis_url, server_url},
    events::{Listening, SentEvent},
    link::{Link, Passing},
    node::{Crowd, Node, Obtained, Pace},
    process::{PROCESS_SECRET, Serving, free_address, is_soak, signal, tally, tally_to, wait_for},
    redis::PrivateRedis,
    rows::Row,
    wire::{Download, WireAnswer, WireClient, download},
};

/// The moment at which every test happens: a Wednesday, in the middle of a month and a quarter.
pub fn now() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 4, 15, 12, 0, 0).single().expect("a time that exists")
}

/// `days` days and `hours` hours before [`now`].
pub fn ago(days: i64, hours: i64) -> DateTime<Utc> {
    now() - chrono::Duration::days(days) - chrono::Duration::hours(hours)
}
