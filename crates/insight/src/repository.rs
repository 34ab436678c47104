pub(crate) mod warm;
