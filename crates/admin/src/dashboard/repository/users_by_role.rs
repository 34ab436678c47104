//! People, one row per role.

use chrono::{DateTime, Utc};
use sea_orm::{DbErr, FromQueryResult, QuerySelect, entity::prelude::*, sea_query::Condition};
use tally_db::aggregate::{count, count_where};
use tally_entity::{Role, WebsiteScope, user};
use tally_kernel::Period;

#[derive(Debug, FromQueryResult)]
pub(crate) struct RoleUsers {
    pub(crate) role: Role,
    pub(crate) users: i64,
    pub(crate) active: i64,
    pub(crate) suspended: i64,
    /// Joined in the last 24 hours.
    pub(crate) last_day: i64,
    /// Joined in the last 7 days.
    pub(crate) last_week: i64,
}

pub(crate) async fn load(
    db: &impl ConnectionTrait,
    scope: WebsiteScope,
    now: DateTime<Utc>,
) -> Result<Vec<RoleUsers>, DbErr> {
    let user = user::COLUMN;
    let joined_in = |days| {
        let Period { from, until } = Period::last_days(days, now);
        Condition::all().add(user.joined_at.gte(from)).add(user.joined_at.lt(until))
    };

    user::Entity::find()
        .select_only()
        .column(user::Column::Role)
        .expr_as(count(), "users")
        .expr_as(count_where(user.is_active.eq(true)), "active")
        .expr_as(count_where(user.is_suspended.eq(true)), "suspended")
        .expr_as(count_where(joined_in(1)), "last_day")
        .expr_as(count_where(joined_in(7)), "last_week")
        .filter(scope.of(user.website_id))
        .filter(user.deleted_at.is_null())
        .group_by(user::Column::Role)
        .into_model::<RoleUsers>()
        .all(db)
        .await
}
