//! Answers kept until something they read changes: in this process, and in Redis.
//!
//! An answer remembers which tags it read and the logical time before its first statement. A commit moves the
//! clock of the tags it touched (the database's triggers name them), and from then on no answer that read them
//! earlier is used. Nothing depends on deleting entries, on wall clocks or on a time to live.
//!
//! # What to keep how
//!
//! | To keep | is |
//! |---|---|
//! | an endpoint's answer, ready to send | [`Cache::get`] |
//! | what any function returns, by what it varies on | [`Cache::value`] (get-or-set) with a [`Policy`] and a [`Key`] |
//! | something for one user and a short time | the same with [`Scope::User`] |
//! | a tree, whole, to answer its parts from | the same with a [`Tree`] |
//! | nothing any more | [`Cache::invalidate`] by tag, where others match patterns of keys |

mod background;
mod buckets;
mod cache;
mod clock;
mod counters;
mod entry;
mod envelope;
mod figures;
mod flight;
mod key;
mod marks;
mod outage;
mod outbox;
mod policy;
mod rates;
mod reply;
mod shared;
mod sweep;
mod tree;
#[cfg(test)]
mod trial;
mod watch;

pub use self::{
    background::Background,
    buckets::Buckets,
    cache::{Cache, CacheOptions, Stored},
    entry::{Coding, Entry},
    figures::{ClockFigures, Figures, Level1Figures, Level2Figures, Level2State, ProcessFigures},
    key::{Key, Scope},
    marks::Mark,
    outbox::{NoOutbox, Outbox},
    policy::{Policy, Reads},
    rates::Taken,
    reply::{LoadFailed, Reply, Source},
    sweep::sweep,
    tree::{Node, Tree},
    watch::{Moved, Watch},
};
