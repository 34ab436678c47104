use axum::routing::get;
use tally_http::AppState;
use utoipa_axum::{router::OpenApiRouter, routes};

use super::handlers::{financial, orders, payments, users};

pub(crate) fn router() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(financial::export_admin_finances))
        .routes(routes!(orders::export_admin_orders))
        .routes(routes!(payments::export_admin_payments))
        .routes(routes!(users::export_admin_users))
        .route("/admin-management/exports/financial-report", get(financial::export_admin_finances))
}
