//! The program: every domain behind one router, one process, one command line.

mod api;
mod asset;
mod docs;
mod frontend;
mod health;
pub mod open;
mod page;
pub mod serve;

pub use self::{
    api::{Site, insight, openapi, router},
    health::Health,
};
