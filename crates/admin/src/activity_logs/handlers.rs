pub(crate) mod detail;
pub(crate) mod list;
mod row;
