//! Reading what several pages of a writer share.

pub(crate) mod class_bonus;
pub(crate) mod pay;
pub(crate) mod profile;
pub(crate) mod special;
