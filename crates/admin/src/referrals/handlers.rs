pub(crate) mod tracking;
