//! What the people who run the business see and decide.
//!
//! One folder per area of the screen, each with `routes`, `handlers` and `repository`; the last two hold one
//! file per endpoint under the same name.

mod dashboard;

use tally_http::AppState;
use utoipa_axum::router::OpenApiRouter;

/// Every route of this crate, relative to `/api/v1`.
pub fn router() -> OpenApiRouter<AppState> {
    dashboard::routes::router()
}
