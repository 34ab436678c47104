use tally_http::AppState;
use utoipa_axum::{router::OpenApiRouter, routes};

use super::handlers::{generate_code, list, my_code, stats};

pub(crate) fn router() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(list::list_own_referrals))
        .routes(routes!(stats::get_referral_stats))
        .routes(routes!(generate_code::generate_referral_code))
        .routes(routes!(my_code::get_own_referral_code))
}
