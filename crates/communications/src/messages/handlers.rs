pub(super) mod attach;
pub(super) mod available_recipients;
pub(super) mod change;
pub(super) mod delete;
pub(super) mod detail;
pub(super) mod download_attachment;
mod form;
pub(super) mod list;
pub(super) mod mark_as_read;
pub(super) mod mark_thread_read;
pub(super) mod react;
pub(crate) mod row;
pub(super) mod send;
pub(super) mod send_simple;

use tally_http::ApiError;

/// There is none, or not for the caller.
fn no_message() -> ApiError {
    ApiError::not_found("There is no such message.")
}
