//! The rules of the house: what is kept equal, and what goes where.

mod config;
mod layout;
mod openapi;
