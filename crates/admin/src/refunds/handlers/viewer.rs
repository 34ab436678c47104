//! Who looks at refunds.

use tally_auth::{Member, Scoped};
use tally_entity::Role;
use tally_http::ApiError;

use crate::refunds::repository::visible::Viewer;

/// The refunds that exist for this caller.
pub(super) fn viewer(member: &Scoped<Member>) -> Viewer {
    match member.role {
        Role::Client => Viewer::Client(member.id),
        Role::Writer => Viewer::Writer,
        Role::Superadmin | Role::Admin | Role::Editor | Role::Support => Viewer::Staff(member.scope),
    }
}

/// 404.
pub(super) fn unknown() -> ApiError {
    ApiError::not_found("There is no such refund.")
}
