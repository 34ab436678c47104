//! Wallets, payments, bills and what reminds of them.
//!
//! One folder per area, each with `routes`, `handlers` and `repository`; the last two hold one file per
//! endpoint under the same name.

mod invoices;
mod lists;
mod payments;
mod reminders;
mod title;
mod wallets;

use tally_http::AppState;
use utoipa_axum::router::OpenApiRouter;

pub use self::reminders::job::{Reminded, remind};

/// Every route of this crate, relative to `/api/v1`.
pub fn router() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .merge(invoices::routes::router())
        .merge(lists::routes::router())
        .merge(payments::routes::router())
        .merge(reminders::routes::router())
        .merge(wallets::routes::router())
}
