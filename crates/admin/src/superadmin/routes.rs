use tally_http::AppState;
use utoipa_axum::{router::OpenApiRouter, routes};

use super::handlers::dashboard;

pub(crate) fn router() -> OpenApiRouter<AppState> {
    OpenApiRouter::new().routes(routes!(dashboard::get_superadmin_dashboard))
}
