//! Whose requests the caller sees, and which of them he wants.

use serde::Deserialize;
use tally_auth::{Scoped, Worker, Writer};
use tally_entity::{OrderId, Role, UserId, WebsiteScope};
use tally_http::{ApiError, ApiResult, Flag, Words};
use utoipa::IntoParams;

use super::row::unknown;
use crate::requests::repository::{create::Asker, list::Wanted, request::Viewer};

/// The requests that exist for this caller.
pub(super) fn viewer(worker: &Scoped<Worker>) -> Viewer {
    match worker.role {
        Role::Writer => Viewer::Writer(worker.id),
        _ => Viewer::Staff(worker.scope),
    }
}

/// A writer, and where he writes.
pub(super) fn asker(writer: &Scoped<Writer>) -> ApiResult<Asker> {
    match writer.scope {
        WebsiteScope::One(website) => Ok(Asker { id: writer.id, website }),
        // The database gives every writer a website.
        WebsiteScope::All => Err(unknown()),
    }
}

/// Which requests are wanted.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct RequestsQuery {
    /// Any of these statuses.
    #[serde(default)]
    #[param(value_type = Option<Vec<String>>)]
    status: Words,
    #[param(value_type = Option<bool>)]
    approved: Option<Flag>,
    #[param(value_type = Option<i64>)]
    order: Option<OrderId>,
    /// Staff only.
    #[param(value_type = Option<i64>)]
    writer: Option<UserId>,
}

impl RequestsQuery {
    pub(super) fn wanted(self, worker: &Worker) -> Wanted {
        let Self { status, approved, order, writer } = self;
        Wanted {
            statuses: (!status.0.is_empty()).then(|| status.known()),
            approved: approved.map(|Flag(approved)| approved),
            order,
            writer: writer.filter(|_| worker.is_staff()),
        }
    }
}

/// The order that a body names under one of two names.
pub(super) fn named(order_id: Option<OrderId>, order: Option<OrderId>, field: &str) -> ApiResult<OrderId> {
    order_id.or(order).ok_or_else(|| ApiError::invalid(format!("/{field}"), "is required"))
}

/// 404.
pub(super) fn no_order() -> ApiError {
    ApiError::not_found("There is no such order for you to have.")
}
