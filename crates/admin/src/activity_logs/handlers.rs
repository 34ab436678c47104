pub(crate) mod detail;
pub(crate) mod list;
pub(crate) mod row;
