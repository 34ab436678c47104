pub(super) mod change;
pub(super) mod create;
pub(super) mod create_general_thread;
pub(super) mod delete;
pub(super) mod detail;
pub(super) mod list;
pub(super) mod order_recipients;
pub(crate) mod row;
pub(super) mod start_for_order;
pub(super) mod typing;
pub(crate) mod typing_status;

use tally_http::ApiError;

/// There is none, or not for the caller.
pub(crate) fn no_thread() -> ApiError {
    ApiError::not_found("There is no such conversation.")
}
