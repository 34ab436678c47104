//! Answers kept until something they read changes: in this process, and in Redis.
//!
//! An answer remembers which tags it read and the logical time before its first statement. A commit moves the
//! clock of the tags it touched (the database's triggers name them), and from then on no answer that read them
//! earlier is used. Nothing depends on deleting entries, on wall clocks or on a time to live.

mod background;
mod cache;
mod clock;
mod counters;
mod entry;
mod envelope;
mod flight;
mod key;
mod outage;
mod outbox;
mod policy;
mod reply;
mod shared;
mod sweep;
#[cfg(test)]
mod trial;

pub use self::{
    background::Background,
    cache::{Cache, CacheOptions},
    counters::Figures,
    entry::{Coding, Entry},
    key::{Key, Scope},
    outbox::{NoOutbox, Outbox},
    policy::{Policy, Reads},
    reply::{LoadFailed, Reply, Source},
    sweep::sweep,
};
