//! Columns of a user that an admin edits.

use sea_orm::{DbErr, IntoActiveModel, Set, entity::prelude::*};
use tally_entity::{Role, WebsiteId, user};

use super::{
    change::{Changed, save},
    create::Taken,
    profiles,
};

/// What he shall be; whatever is absent stays as it is. Everything is checked.
#[derive(Clone, Debug, Default)]
#[expect(clippy::option_option, reason = "as it is, none and another are three things")]
pub(crate) struct Edits {
    pub(crate) username: Option<String>,
    /// In lower case.
    pub(crate) email: Option<String>,
    pub(crate) first_name: Option<String>,
    pub(crate) last_name: Option<String>,
    pub(crate) phone_number: Option<Option<String>>,
    pub(crate) is_active: Option<bool>,
    pub(crate) website: Option<Option<WebsiteId>>,
    pub(crate) role: Option<Role>,
}

/// Nothing when he was all that already.
pub(crate) async fn apply(
    tx: &impl ConnectionTrait,
    user: &user::Model,
    edits: Edits,
) -> Result<Result<Option<Changed>, Taken>, DbErr> {
    let Edits { username, email, first_name, last_name, phone_number, is_active, website, role } = edits;
    let mut row = user.clone().into_active_model();
    row.username = Set(username.unwrap_or_else(|| user.username.clone()));
    row.email = Set(email.unwrap_or_else(|| user.email.clone()));
    row.first_name = Set(first_name.unwrap_or_else(|| user.first_name.clone()));
    row.last_name = Set(last_name.unwrap_or_else(|| user.last_name.clone()));
    row.phone_number = Set(phone_number.unwrap_or_else(|| user.phone_number.clone()));
    row.is_active = Set(is_active.unwrap_or(user.is_active));
    let (website, role) = (website.unwrap_or(user.website_id), role.unwrap_or(user.role));
    (row.website_id, row.role) = (Set(website), Set(role));
    let changed = match save(tx, user, row).await {
        Ok(changed) => changed,
        Err(error) => return Taken::of(&error).map(Err).ok_or(error),
    };
    if (website, role) != (user.website_id, user.role) {
        profiles::ensure(tx, user.id, role, website).await?;
    }
    Ok(Ok(changed))
}
