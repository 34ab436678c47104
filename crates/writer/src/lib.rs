//! What a writer earns, does next and asks for.
//!
//! One folder per area, each with `routes`, `handlers` and `repository`; the last two hold one file per
//! endpoint under the same name. What several areas compute or read is in `formulas` and `repository`.

mod advances;
mod conversations;
mod formulas;
mod queue;
mod repository;
mod requests;

use tally_http::AppState;
use utoipa_axum::router::OpenApiRouter;

/// Every route of this crate, relative to `/api/v1`.
pub fn router() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        // One line per area.
        .merge(advances::routes::router())
        .merge(conversations::routes::router())
        .merge(queue::routes::router())
        .merge(requests::routes::router())
}
