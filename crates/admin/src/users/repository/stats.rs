//! How many users there are, by role.

use sea_orm::{DbErr, FromQueryResult, QuerySelect, entity::prelude::*};
use tally_db::aggregate::{count, count_where};
use tally_entity::{Role, WebsiteScope, user};

use super::person::of;

#[derive(Debug, FromQueryResult)]
pub(crate) struct RoleUsers {
    pub(crate) role: Role,
    pub(crate) users: i64,
    pub(crate) active: i64,
    pub(crate) suspended: i64,
    pub(crate) blacklisted: i64,
    pub(crate) on_probation: i64,
}

pub(crate) async fn load(db: &impl ConnectionTrait, scope: WebsiteScope) -> Result<Vec<RoleUsers>, DbErr> {
    let user = user::COLUMN;
    of(scope)
        .column(user::Column::Role)
        .expr_as(count(), "users")
        .expr_as(count_where(user.is_active.eq(true)), "active")
        .expr_as(count_where(user.is_suspended.eq(true)), "suspended")
        .expr_as(count_where(user.is_blacklisted.eq(true)), "blacklisted")
        .expr_as(count_where(user.is_on_probation.eq(true)), "on_probation")
        .group_by(user::Column::Role)
        .into_model()
        .all(db)
        .await
}
