//! What Tally knows about its own speed, and what operators do about it.

mod ahead;
mod cache;
mod catalogue;
mod commands;
mod dead;
mod flush;
mod reset;
mod servers;
mod warm;
