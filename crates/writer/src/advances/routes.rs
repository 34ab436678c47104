use tally_http::AppState;
use utoipa_axum::{router::OpenApiRouter, routes};

use super::handlers::{eligibility, list};

pub(crate) fn router() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(list::list_advance_payments))
        .routes(routes!(eligibility::get_advance_eligibility))
}
