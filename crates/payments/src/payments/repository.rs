pub(crate) mod payment;
