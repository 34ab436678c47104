pub(super) mod tracking;
