//! Reading what several pages of a writer share.

pub(crate) mod pay;
pub(crate) mod profile;
