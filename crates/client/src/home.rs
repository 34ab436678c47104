use tally_auth::Caller;
use tally_entity::WebsiteId;
use tally_http::{ApiError, ApiResult};

/// The website of a client; the database gives every client one.
pub(crate) fn home(caller: &Caller) -> ApiResult<WebsiteId> {
    caller.website_id.ok_or_else(|| ApiError::internal("a client without a website"))
}
