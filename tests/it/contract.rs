//! What holds for every operation, driven by the OpenAPI document: a new route is tested by being there.

mod access;
mod document;
mod foreign;
mod form;
mod idempotency;
mod notices;
pub mod operations;
mod pages;
mod paging;
mod params;
mod permissions;
mod sections;
pub mod trends;
