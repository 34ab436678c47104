use axum::{Extension, middleware::map_response};
use tally_http::{AppState, middleware::no_store};
use utoipa_axum::{router::OpenApiRouter, routes};

use crate::{
    Insight,
    handlers::{cache, flush, reset, warm},
};

/// Every route of this crate, relative to `/api/v1`. Nobody keeps their answers.
pub fn router(insight: Insight) -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(cache::get_insight_cache))
        .routes(routes!(flush::flush_insight_cache))
        .routes(routes!(warm::warm_insight_cache))
        .routes(routes!(reset::reset_insight))
        .layer(Extension(insight))
        .layer(map_response(no_store))
}
