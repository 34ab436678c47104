//! What a writer earns, does next and asks for.
//!
//! One folder per area, each with `routes`, `handlers` and `repository`; the last two hold one file per
//! endpoint under the same name. What several areas compute or read is in `formulas` and `repository`.

mod advances;
mod calendar;
mod conversations;
mod earnings;
mod formulas;
mod level;
mod period;
mod profile;
mod queue;
mod repository;
mod requests;
mod work;

use tally_http::AppState;
use utoipa_axum::router::OpenApiRouter;

/// Every route of this crate, relative to `/api/v1`.
pub fn router() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .merge(advances::routes::router())
        .merge(calendar::routes::router())
        .merge(conversations::routes::router())
        .merge(earnings::routes::router())
        .merge(level::routes::router())
        .merge(profile::routes::router())
        .merge(queue::routes::router())
        .merge(requests::routes::router())
        .merge(work::routes::router())
}
