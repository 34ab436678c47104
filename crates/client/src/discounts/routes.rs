use tally_http::AppState;
use utoipa_axum::{router::OpenApiRouter, routes};

use super::handlers::my_discounts;

pub(crate) fn router() -> OpenApiRouter<AppState> {
    OpenApiRouter::new().routes(routes!(my_discounts::list_own_discounts))
}
