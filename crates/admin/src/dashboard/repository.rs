pub(super) mod payment_status;
