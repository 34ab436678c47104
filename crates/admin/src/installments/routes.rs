use axum::routing::get;
use tally_http::AppState;
use utoipa_axum::{router::OpenApiRouter, routes};

use super::handlers::{class_bundles, orders, special_orders};

pub(crate) fn router() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(class_bundles::get_admin_class_installments))
        .routes(routes!(orders::get_admin_order_installments))
        .routes(routes!(special_orders::get_admin_special_installments))
        .route(
            "/admin-management/class-bundles/dashboard/installment-tracking",
            get(class_bundles::get_admin_class_installments),
        )
        .route(
            "/admin-management/special-orders/dashboard/installment-tracking",
            get(special_orders::get_admin_special_installments),
        )
}
