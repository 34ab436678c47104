use tally_http::AppState;
use utoipa_axum::{router::OpenApiRouter, routes};

use super::handlers::list;

pub(crate) fn router() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(list::list_subjects))
        .routes(routes!(list::list_paper_types))
        .routes(routes!(list::list_academic_levels))
        .routes(routes!(list::list_types_of_work))
        .routes(routes!(list::list_formatting_styles))
        .routes(routes!(list::list_english_types))
}
