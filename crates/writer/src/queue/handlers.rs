pub(super) mod availability;
pub(super) mod board;
pub(super) mod order_requests;
