//! What the people who run the business see and decide.
//!
//! One folder per area of the screen, each with `routes`, `handlers` and `repository`; the last two hold one
//! file per endpoint under the same name.

mod activity;
mod activity_logs;
mod class_bundles;
mod dashboard;
mod differences;
mod discounts;
mod disputes;
mod exports;
mod finance;
mod installments;
mod loyalty;
mod orders;
mod referrals;
mod refunds;
mod reviews;
mod special_orders;
mod superadmin;
mod tips;
mod title;
mod trends;
mod unified_search;
mod users;
mod viewer;
mod websites;

use tally_http::AppState;
use utoipa_axum::router::OpenApiRouter;

/// Every route of this crate, relative to `/api/v1`.
pub fn router() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .merge(activity::routes::router())
        .merge(activity_logs::routes::router())
        .merge(class_bundles::routes::router())
        .merge(dashboard::routes::router())
        .merge(discounts::routes::router())
        .merge(disputes::routes::router())
        .merge(exports::routes::router())
        .merge(finance::routes::router())
        .merge(installments::routes::router())
        .merge(loyalty::routes::router())
        .merge(orders::routes::router())
        .merge(referrals::routes::router())
        .merge(refunds::routes::router())
        .merge(reviews::routes::router())
        .merge(special_orders::routes::router())
        .merge(superadmin::routes::router())
        .merge(tips::routes::router())
        .merge(unified_search::routes::router())
        .merge(users::routes::router())
        .merge(websites::routes::router())
}
