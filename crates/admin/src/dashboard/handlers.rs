pub(crate) mod payment_status;
