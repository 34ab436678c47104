//! Everybody, newest first.

use chrono::{DateTime, Utc};
use sea_orm::{
    Condition, DatabaseConnection, DbErr, FromQueryResult, JoinType, QueryOrder, QuerySelect, QueryTrait,
    entity::prelude::*,
};
use tally_db::Cursor;
use tally_entity::{Role, UserId, WebsiteScope, client_profile, user, writer_profile};

#[derive(Debug, FromQueryResult)]
pub(crate) struct UserLine {
    pub(crate) id: UserId,
    pub(crate) username: String,
    pub(crate) email: String,
    pub(crate) role: Role,
    pub(crate) first_name: String,
    pub(crate) last_name: String,
    pub(crate) is_active: bool,
    pub(crate) is_suspended: bool,
    pub(crate) joined_at: DateTime<Utc>,
    pub(crate) last_login_at: Option<DateTime<Utc>>,
    pub(crate) client_registration: Option<String>,
    pub(crate) writer_registration: Option<String>,
    pub(crate) pen_name: Option<String>,
}

/// Which users are wanted; what is absent narrows nothing.
#[derive(Debug)]
pub(crate) struct Wanted {
    pub(crate) roles: Option<Vec<Role>>,
    pub(crate) is_active: Option<bool>,
}

pub(crate) async fn open(
    db: &DatabaseConnection,
    scope: WebsiteScope,
    wanted: &Wanted,
) -> Result<Cursor<UserLine>, DbErr> {
    use user::Column::{
        Email, FirstName, Id, IsActive, IsSuspended, JoinedAt, LastLoginAt, LastName, Role, Username,
    };
    let client =
        user::Entity::belongs_to(client_profile::Entity).from(Id).to(client_profile::Column::UserId).into();
    let writer =
        user::Entity::belongs_to(writer_profile::Entity).from(Id).to(writer_profile::Column::UserId).into();
    let users = user::Entity::find()
        .select_only()
        .columns([Id, Username, Email, Role, FirstName, LastName])
        .columns([IsActive, IsSuspended, JoinedAt, LastLoginAt])
        .column_as(client_profile::Column::RegistrationId, "client_registration")
        .column_as(writer_profile::Column::RegistrationId, "writer_registration")
        .column(writer_profile::Column::PenName)
        .join(JoinType::LeftJoin, client)
        .join(JoinType::LeftJoin, writer)
        .filter(scope.of(user::COLUMN.website_id))
        .filter(user::COLUMN.deleted_at.is_null())
        .filter(wanted.condition())
        .order_by_desc(JoinedAt)
        .order_by_desc(Id);
    Cursor::open(db, "exported_users", users.as_query()).await
}

impl Wanted {
    fn condition(&self) -> Condition {
        let Self { roles, is_active } = self;
        let user = user::COLUMN;
        Condition::all()
            .add_option(roles.clone().map(|roles| user.role.is_in(roles)))
            .add_option(is_active.map(|active| user.is_active.eq(active)))
    }
}
