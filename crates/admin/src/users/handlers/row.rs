//! A user as lists show him.

use chrono::{DateTime, Utc};
use serde::Serialize;
use tally_entity::{Role, UserId, WebsiteId, user::full_name};
use tally_http::WebsiteRef;
use utoipa::ToSchema;

use crate::{title::title, users::repository::person::Person};

/// A user.
#[derive(Debug, Serialize, ToSchema)]
#[expect(clippy::struct_excessive_bools, reason = "the contract's flags")]
pub(crate) struct UserRow {
    #[schema(value_type = i64)]
    id: UserId,
    username: String,
    email: String,
    first_name: String,
    last_name: String,
    /// First and last name; the username when there is neither.
    full_name: String,
    #[schema(value_type = String)]
    role: Role,
    /// The role with a capital.
    role_display: String,
    phone_number: Option<String>,
    is_active: bool,
    is_suspended: bool,
    is_blacklisted: bool,
    is_on_probation: bool,
    date_joined: DateTime<Utc>,
    last_login: Option<DateTime<Utc>>,
    /// Null for people of the platform.
    website: Option<WebsiteRef>,
    #[schema(value_type = Option<i64>)]
    website_id: Option<WebsiteId>,
}

impl From<Person> for UserRow {
    fn from(person: Person) -> Self {
        let Person {
            id,
            username,
            email,
            first_name,
            last_name,
            role,
            phone_number,
            is_active,
            is_suspended,
            is_blacklisted,
            is_on_probation,
            joined_at: date_joined,
            last_login_at: last_login,
            website_id,
            website,
        } = person;
        Self {
            full_name: full_name(&first_name, &last_name, &username),
            role_display: title(role.as_str()),
            website: website.map(Into::into),
            id,
            username,
            email,
            first_name,
            last_name,
            role,
            phone_number,
            is_active,
            is_suspended,
            is_blacklisted,
            is_on_probation,
            date_joined,
            last_login,
            website_id,
        }
    }
}
