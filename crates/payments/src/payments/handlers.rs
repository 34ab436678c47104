pub(super) mod row;
