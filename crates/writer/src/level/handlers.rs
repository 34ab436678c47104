pub(crate) mod badges;
pub(crate) mod figures;
pub(crate) mod level;
pub(crate) mod performance;
pub(crate) mod summary;
