//! The cache through the whole application: what ends an answer, what does not, what Redis changes, and what
//! holds across processes whatever breaks.

mod bounds;
mod cost;
mod counters;
mod crash;
mod database_away;
mod effort;
mod invalidation;
mod isolation;
mod no_stale;
mod one_load;
mod oracle;
mod panic;
mod redis;
mod redis_away;
mod redis_faults;
mod redis_restored;
mod refresh;
mod scene;
mod stored;
mod subscriber;
