use tally_http::AppState;
use utoipa_axum::{router::OpenApiRouter, routes};

use super::handlers::{
    earnings, earnings_breakdown, earnings_export, estimated_earnings, payment_info, payment_status, payments,
};

pub(crate) fn router() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(payment_info::get_writer_payment_info))
        .routes(routes!(earnings::get_writer_earnings))
        .routes(routes!(payments::get_writer_payments))
        .routes(routes!(payment_status::get_writer_payment_status))
        .routes(routes!(estimated_earnings::get_writer_estimated_earnings))
        .routes(routes!(earnings_breakdown::get_writer_earnings_breakdown))
        .routes(routes!(earnings_export::get_writer_earnings_export))
}
