//! The cache through the whole application: what ends an answer, what does not, and what Redis changes.

mod invalidation;
mod one_load;
mod redis;
mod stored;
