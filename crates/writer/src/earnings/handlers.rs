pub(crate) mod earnings;
pub(crate) mod earnings_breakdown;
pub(crate) mod earnings_export;
pub(crate) mod estimated_earnings;
pub(crate) mod payment_info;
pub(crate) mod payment_status;
pub(crate) mod payments;
mod words;
