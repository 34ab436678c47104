//! What Tally knows about its own speed, and what operators do about it. So far: the cache.
//!
//! The figures are the cache's own; this crate adds them up, judges them, and has answers loaded before anybody asks
//! ([`Insight`]).

mod catalogue;
mod handlers;
mod published;
mod repository;
mod routes;
mod verdict;
mod warming;

pub use self::{
    catalogue::{Insight, Kept},
    handlers::{
        cache::{CacheInsight, Counted},
        flush::Flush,
        warm::{WarmRequest, Warmed},
    },
    published::{publish_to, published_in},
    routes::router,
};
