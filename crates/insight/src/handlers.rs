pub(crate) mod cache;
pub(crate) mod flush;
pub(crate) mod reset;
pub(crate) mod warm;
