use axum::routing::post;
use tally_http::AppState;
use utoipa_axum::{router::OpenApiRouter, routes};

use super::handlers::{assign, create, detail, list, reject, take, takes, withdraw};

pub(crate) fn router() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(list::list_order_requests, create::request_order))
        .routes(routes!(detail::get_order_request, withdraw::withdraw_order_request))
        .routes(routes!(assign::assign_order_request))
        .routes(routes!(reject::reject_order_request))
        .routes(routes!(takes::list_order_takes, take::take_order))
        .route("/writer-management/writer-order-requests/{id}/approve", post(assign::assign_order_request))
}
