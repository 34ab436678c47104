//! What people write to one another about work, and what they are told: notices to one, announcements to many.
//!
//! One folder per area, each with `routes`, `handlers` and `repository`; the last two hold one file per
//! endpoint under the same name.

mod announcements;
mod messages;
mod names;
mod notifications;
mod sql;
mod streams;
mod threads;
mod viewer;

use tally_http::AppState;
use utoipa_axum::router::OpenApiRouter;

/// Every route of this crate, relative to `/api/v1`.
pub fn router() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .merge(announcements::routes::router())
        .merge(messages::routes::router())
        .merge(notifications::routes::router())
        .merge(streams::routes::router())
        .merge(threads::routes::router())
}
