pub(crate) mod confirm;
pub(crate) mod initiate;
pub(crate) mod row;
