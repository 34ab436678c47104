//! What the people who run the business see and decide.
//!
//! One folder per area of the screen, each with `routes`, `handlers` and `repository`; the last two hold one
//! file per endpoint under the same name.

mod activity_logs;
mod dashboard;
mod installments;
mod orders;
mod reviews;
mod superadmin;
mod websites;

use tally_http::AppState;
use utoipa_axum::router::OpenApiRouter;

/// Every route of this crate, relative to `/api/v1`.
pub fn router() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .merge(activity_logs::routes::router())
        .merge(dashboard::routes::router())
        .merge(installments::routes::router())
        .merge(orders::routes::router())
        .merge(reviews::routes::router())
        .merge(superadmin::routes::router())
        .merge(websites::routes::router())
}
