//! Events for whoever listens: what changes in the conversations he sees.
//!
//! A stream sleeps until one of its tags moves, in whatever process, and then reads what it shows; between two looks
//! lies a second, so that a crowd of changes is one. Without a move nothing is read.

mod handlers;
mod live;
mod one_thread;
mod repository;
pub(crate) mod routes;
mod seat;
mod threads;
