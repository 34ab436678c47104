//! One binary for all integration tests: linking once is what keeps them fast.

mod cache;
mod contract;
