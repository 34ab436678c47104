pub(super) mod payment;
