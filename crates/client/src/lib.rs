//! What a client sees of orders, money and loyalty.
//!
//! One folder per area, each with `routes`, `handlers` and `repository`; the last two hold one file per
//! endpoint under the same name.

mod choices;
mod dashboard;
mod discounts;
mod home;
mod loyalty;
mod referrals;
mod reminders;

use tally_http::AppState;
use utoipa_axum::router::OpenApiRouter;

/// Every route of this crate, relative to `/api/v1`.
pub fn router() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .merge(choices::routes::router())
        .merge(dashboard::routes::router())
        .merge(discounts::routes::router())
        .merge(loyalty::routes::router())
        .merge(referrals::routes::router())
        .merge(reminders::routes::router())
}
