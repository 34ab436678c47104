//! Answers kept until something they read changes: in this process, and in Redis.
//!
//! An answer remembers which tags it read and the logical time before its first statement. A commit moves the
//! clock of the tags it touched (the database's triggers name them), and from then on no answer that read them
//! earlier is used. Nothing depends on deleting entries, on wall clocks or on a time to live.

mod cache;
mod clock;
mod entry;
mod flight;
mod key;
mod level2;
mod policy;
mod reply;
mod sweep;

pub use self::{
    cache::{Cache, CacheOptions},
    entry::{Coding, Entry},
    key::{Key, Scope},
    policy::{Policy, Reads},
    reply::{LoadFailed, Reply, Source},
    sweep::{sweep, sweep_forever},
};
