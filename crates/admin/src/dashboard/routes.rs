use tally_http::AppState;
use utoipa_axum::{router::OpenApiRouter, routes};

use super::handlers::payment_status;

pub(crate) fn router() -> OpenApiRouter<AppState> {
    OpenApiRouter::new().routes(routes!(payment_status::get_admin_payment_status))
}
