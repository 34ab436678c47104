use tally_http::AppState;
use utoipa_axum::{router::OpenApiRouter, routes};

use super::handlers::tracking;

pub(crate) fn router() -> OpenApiRouter<AppState> {
    OpenApiRouter::new().routes(routes!(tracking::get_admin_referrals))
}
