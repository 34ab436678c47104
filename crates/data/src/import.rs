//! Data from files.

mod source;

pub mod csv;
pub mod olist;
