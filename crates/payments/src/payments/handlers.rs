pub(crate) mod row;
