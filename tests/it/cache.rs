//! The cache through the whole application: what ends an answer, what does not, what Redis changes, and what
//! holds across processes whatever breaks.

mod crash;
mod invalidation;
mod no_stale;
mod one_load;
mod oracle;
mod redis;
mod redis_faults;
mod stage;
mod stored;
mod subscriber;
