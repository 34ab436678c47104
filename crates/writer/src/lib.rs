//! What a writer earns, does next and asks for.
//!
//! One folder per area, each with `routes`, `handlers` and `repository`; the last two hold one file per
//! endpoint under the same name. What several areas compute or read is in `formulas` and `repository`.

mod calendar;
mod earnings;
mod formulas;
mod level;
mod period;
mod repository;
mod work;

use tally_http::AppState;
use utoipa_axum::router::OpenApiRouter;

/// Every route of this crate, relative to `/api/v1`.
pub fn router() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .merge(earnings::routes::router())
        .merge(level::routes::router())
        .merge(calendar::routes::router())
        .merge(work::routes::router())
}
