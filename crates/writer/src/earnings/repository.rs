pub(super) mod earnings;
pub(super) mod earnings_breakdown;
pub(super) mod earnings_export;
pub(super) mod payment_info;
pub(super) mod payment_status;
pub(super) mod payments;
