//! Who may call an operation.

use serde::Serialize;

/// The extension of an OpenAPI operation that holds its [`Access`].
pub const EXTENSION: &str = "x-access";

/// Who may call an operation. It stands in the OpenAPI document, and the tests call every operation by it.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Access {
    /// Roles that are answered.
    pub roles: &'static [&'static str],
    /// Whether callers without a token are answered too.
    pub anonymous: bool,
    /// Roles that get 200 with an empty shape where others get 403, because a page they can open calls it.
    pub empty_for: &'static [&'static str],
    /// Roles that are answered only when they belong to no website.
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    pub platform: &'static [&'static str],
}

const fn roles(roles: &'static [&'static str]) -> Access {
    Access { roles, anonymous: false, empty_for: &[], platform: &[] }
}

/// Everybody, signed in or not.
pub const ANONYMOUS: Access = Access { anonymous: true, ..MEMBER };
/// Everybody who is signed in.
pub const MEMBER: Access = roles(&["superadmin", "admin", "editor", "support", "writer", "client"]);
/// People who work for the business.
pub const STAFF: Access = roles(&["superadmin", "admin", "editor", "support"]);
/// Those who hand out work and answer people.
pub const DESK: Access = roles(&["superadmin", "admin", "support"]);
/// Those who run it.
pub const ADMIN: Access = roles(&["superadmin", "admin"]);
/// Those who run the platform.
pub const SUPERADMIN: Access = roles(&["superadmin"]);
/// Those who write.
pub const WRITER: Access = roles(&["writer"]);
/// People who work for the business, and those who write.
pub const STAFF_AND_WRITER: Access = roles(&["superadmin", "admin", "editor", "support", "writer"]);
/// Those who order.
pub const CLIENT: Access = roles(&["client"]);
/// Those who order; everybody else sees a page about nothing.
pub const CLIENT_OR_EMPTY: Access =
    Access { empty_for: &["superadmin", "admin", "editor", "support", "writer"], ..CLIENT };
/// Those who order, and those who work for the business.
pub const STAFF_OR_CLIENT: Access = roles(&["superadmin", "admin", "editor", "support", "client"]);
/// Those who order, and those who answer them.
pub const DESK_OR_CLIENT: Access = roles(&["superadmin", "admin", "support", "client"]);
/// Those who see to the program itself.
pub const OPERATOR: Access = Access { platform: &["admin"], ..SUPERADMIN };
