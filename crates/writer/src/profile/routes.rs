use tally_http::AppState;
use utoipa_axum::{router::OpenApiRouter, routes};

use super::handlers::{my_profile, writer_profiles};

pub(crate) fn router() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(my_profile::get_own_writer_profile))
        .routes(routes!(writer_profiles::list_writer_profiles))
}
