//! Wallets, payments, bills and what reminds of them.
//!
//! One folder per area, each with `routes`, `handlers` and `repository`; the last two hold one file per
//! endpoint under the same name.

mod payments;
mod title;
mod wallets;

use tally_http::AppState;
use utoipa_axum::router::OpenApiRouter;

/// Every route of this crate, relative to `/api/v1`.
pub fn router() -> OpenApiRouter<AppState> {
    OpenApiRouter::new().merge(payments::routes::router()).merge(wallets::routes::router())
}
