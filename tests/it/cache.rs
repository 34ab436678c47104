//! The cache through the whole application: what ends an answer, what does not, what Redis changes, and what
//! holds across processes whatever breaks.

mod invalidation;
mod no_stale;
mod one_load;
mod redis;
mod stage;
mod stored;
