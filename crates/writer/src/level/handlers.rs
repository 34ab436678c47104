pub(crate) mod badges;
mod figures;
pub(crate) mod level;
pub(crate) mod performance;
pub(crate) mod summary;
