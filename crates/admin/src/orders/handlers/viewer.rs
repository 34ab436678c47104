//! Who looks at orders, and whether removed ones are among what he asks for.

use serde::Deserialize;
use tally_auth::{Caller, Member, Scoped};
use tally_entity::{Role, WebsiteScope};
use tally_http::{ApiError, Flag};
use utoipa::IntoParams;

use crate::orders::repository::visible::{Removed, Viewer};

/// The orders that exist for this caller.
pub(crate) fn viewer(member: &Scoped<Member>) -> Viewer {
    match (member.role, member.scope) {
        (Role::Writer, WebsiteScope::One(website)) => Viewer::Writer { id: member.id, website },
        // The database gives every writer a website.
        (Role::Client | Role::Writer, _) => Viewer::Client(member.id),
        (Role::Superadmin | Role::Admin | Role::Editor | Role::Support, scope) => Viewer::Staff(scope),
    }
}

/// Whether removed orders are wanted; heard from those who run the business only.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct RemovedQuery {
    /// Shows removed orders too.
    #[serde(default)]
    #[param(value_type = Option<bool>)]
    include_deleted: Flag,
    /// Shows nothing but removed orders.
    #[serde(default)]
    #[param(value_type = Option<bool>)]
    only_deleted: Flag,
}

impl RemovedQuery {
    pub(super) fn wanted(&self, caller: &Caller) -> Removed {
        match (caller.is_admin(), self.only_deleted, self.include_deleted) {
            (true, Flag(true), _) => Removed::Only,
            (true, Flag(false), Flag(true)) => Removed::Shown,
            _ => Removed::Hidden,
        }
    }
}

/// 404.
pub(super) fn unknown() -> ApiError {
    ApiError::not_found("There is no such order.")
}
