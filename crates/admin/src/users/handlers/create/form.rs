//! Who a new user is.

use serde::Deserialize;
use tally_auth::{
    names::{check_email, check_username},
    password::rules,
};
use tally_entity::{Role, WebsiteId};
use tally_http::{ApiError, ApiResult, FieldError, Text};
use utoipa::ToSchema;

/// A new user.
#[derive(Deserialize, ToSchema)]
pub(crate) struct NewUserForm {
    /// Letters, digits and `_ . + @ -`.
    username: Text<3, 150>,
    email: Text<3, 254>,
    #[schema(min_length = 8, max_length = 128)]
    password: String,
    /// `client`, `writer`, `editor` or `support`; `admin` for superadmins to create.
    #[schema(value_type = String)]
    role: Role,
    first_name: Option<Text<0, 150>>,
    last_name: Option<Text<0, 150>>,
    phone_number: Option<Text<0, 30>>,
    /// The caller's own when absent. Clients and writers need one.
    #[schema(value_type = Option<i64>)]
    website: Option<WebsiteId>,
}

/// A new user, whose names are checked.
pub(crate) struct Newcomer {
    pub(crate) username: String,
    pub(crate) email: String,
    pub(crate) role: Role,
    pub(crate) first_name: String,
    pub(crate) last_name: String,
    pub(crate) phone_number: Option<String>,
    pub(crate) website: Option<WebsiteId>,
}

impl NewUserForm {
    /// The user, and his password.
    pub(super) fn checked(self) -> ApiResult<(Newcomer, String)> {
        let Self { username, email, password, role, first_name, last_name, phone_number, website } = self;
        let newcomer = Newcomer::checked(username, email, role, phone_number, website)?;
        rules::check(&password, &[&newcomer.email, &newcomer.username])
            .map_err(|reason| ApiError::invalid("/password", reason))?;
        let name = |name: Option<Text<0, 150>>| name.map(|Text(name)| name).unwrap_or_default();
        Ok((Newcomer { first_name: name(first_name), last_name: name(last_name), ..newcomer }, password))
    }
}

impl Newcomer {
    /// Somebody without first and last name.
    pub(crate) fn checked(
        username: Text<3, 150>,
        email: Text<3, 254>,
        role: Role,
        phone_number: Option<Text<0, 30>>,
        website: Option<WebsiteId>,
    ) -> ApiResult<Self> {
        let names = Names::checked(Some(username), Some(email))?;
        Ok(Self {
            username: names.username.unwrap_or_default(),
            email: names.email.unwrap_or_default(),
            role,
            first_name: String::new(),
            last_name: String::new(),
            phone_number: phone_number.and_then(Text::filled),
            website,
        })
    }
}

/// What somebody signs in with; what is absent is not asked for.
pub(crate) struct Names {
    pub(crate) username: Option<String>,
    /// In lower case.
    pub(crate) email: Option<String>,
}

impl Names {
    pub(crate) fn checked(username: Option<Text<3, 150>>, email: Option<Text<3, 254>>) -> ApiResult<Self> {
        let username = username.map(|Text(name)| name);
        let email = email.map(|Text(email)| email.to_lowercase());
        let fault = |pointer: &str, value: &Option<String>, check: fn(&str) -> Result<(), &'static str>| {
            let detail = check(value.as_deref()?).err()?.to_owned();
            Some(FieldError { pointer: pointer.to_owned(), detail })
        };
        let faults = [fault("/username", &username, check_username), fault("/email", &email, check_email)];
        let faults: Vec<_> = faults.into_iter().flatten().collect();
        if faults.is_empty() { Ok(Self { username, email }) } else { Err(ApiError::invalid_fields(faults)) }
    }
}
