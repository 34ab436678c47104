use tally_http::AppState;
use utoipa_axum::{router::OpenApiRouter, routes};

use super::handlers::{installments, invoices, stats};

pub(crate) fn router() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(invoices::list_invoices))
        .routes(routes!(stats::get_invoice_stats))
        .routes(routes!(invoices::get_invoice))
        .routes(routes!(installments::list_installments))
}
