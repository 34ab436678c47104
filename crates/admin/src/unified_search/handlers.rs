pub(super) mod search;
