//! A user as lists show him.

use chrono::{DateTime, Utc};
use sea_orm::{FromQueryResult, QuerySelect, Select, entity::prelude::*};
use tally_entity::{
    Role, UserId, WebsiteId, WebsiteScope,
    refs::WebsiteName,
    user::{self, rules},
};

#[derive(Debug, FromQueryResult)]
#[expect(clippy::struct_excessive_bools, reason = "a row has the flags that its table has")]
pub(crate) struct Person {
    pub(crate) id: UserId,
    pub(crate) username: String,
    pub(crate) email: String,
    pub(crate) first_name: String,
    pub(crate) last_name: String,
    pub(crate) role: Role,
    pub(crate) phone_number: Option<String>,
    pub(crate) is_active: bool,
    pub(crate) is_suspended: bool,
    pub(crate) is_blacklisted: bool,
    pub(crate) is_on_probation: bool,
    pub(crate) joined_at: DateTime<Utc>,
    pub(crate) last_login_at: Option<DateTime<Utc>>,
    pub(crate) website_id: Option<WebsiteId>,
    #[sea_orm(nested(prefix = "website_"))]
    pub(crate) website: Option<WebsiteName>,
}

/// The users of these websites, without columns.
pub(crate) fn of(scope: WebsiteScope) -> Select<user::Entity> {
    user::Entity::find().select_only().filter(scope.of(user::COLUMN.website_id)).filter(rules::counted())
}

/// Adds the columns of [`Person`].
pub(crate) fn with_columns(users: Select<user::Entity>) -> Select<user::Entity> {
    use user::Column::{
        Email, FirstName, Id, IsActive, IsBlacklisted, IsOnProbation, IsSuspended, JoinedAt, LastLoginAt,
        LastName, PhoneNumber, Role, Username, WebsiteId,
    };
    let users = users
        .columns([Id, Username, Email, FirstName, LastName, Role, PhoneNumber, JoinedAt, LastLoginAt])
        .columns([IsActive, IsSuspended, IsBlacklisted, IsOnProbation]);
    WebsiteName::join(users, WebsiteId)
}
