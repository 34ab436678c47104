pub(super) mod overview;
