pub(crate) mod confirm;
pub(crate) mod initiate;
mod row;
