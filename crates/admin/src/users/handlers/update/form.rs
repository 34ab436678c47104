//! What may be changed about a user.

use serde::{Deserialize, Deserializer};
use tally_entity::{Role, WebsiteId};
use tally_http::{ApiResult, Text};
use utoipa::ToSchema;

use crate::users::{
    handlers::{change_role, create::form::Names},
    repository::update::Edits,
};

/// What may be changed; whatever is absent, or null where null means nothing, stays as it is.
#[derive(Deserialize, ToSchema)]
#[expect(clippy::option_option, reason = "absent, null and given are three things")]
pub(crate) struct UserChanges {
    /// Letters, digits and `_ . + @ -`.
    username: Option<Text<3, 150>>,
    email: Option<Text<3, 254>>,
    first_name: Option<Text<0, 150>>,
    last_name: Option<Text<0, 150>>,
    /// Null clears it.
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = Option<Text<0, 30>>)]
    phone_number: Option<Option<Text<0, 30>>>,
    is_active: Option<bool>,
    /// Null makes a member of staff one of the platform.
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = Option<i64>)]
    website: Option<Option<WebsiteId>>,
    /// `client`, `writer`, `editor`, `support` or `admin`; for superadmins to change.
    #[schema(value_type = Option<String>)]
    role: Option<Role>,
}

/// Tells null, which is given, from what is absent.
fn given<'de, D: Deserializer<'de>, T: Deserialize<'de>>(deserializer: D) -> Result<Option<T>, D::Error> {
    T::deserialize(deserializer).map(Some)
}

impl UserChanges {
    pub(super) fn checked(self) -> ApiResult<Edits> {
        let Self { username, email, first_name, last_name, phone_number, is_active, website, role } = self;
        role.map_or(Ok(()), |role| change_role::check("/role", role))?;
        let Names { username, email } = Names::checked(username, email)?;
        Ok(Edits {
            username,
            email,
            first_name: first_name.map(|Text(name)| name),
            last_name: last_name.map(|Text(name)| name),
            phone_number: phone_number.map(|phone| phone.and_then(Text::filled)),
            is_active,
            website,
            role,
        })
    }
}
