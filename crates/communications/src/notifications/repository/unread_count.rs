//! How many notices somebody has not read yet.

use chrono::{DateTime, Utc};
use sea_orm::{DbErr, FromQueryResult, QuerySelect, entity::prelude::*};
use tally_db::aggregate::count;
use tally_entity::{
    UserId,
    notification::{self, rules},
};

/// The unread notices of one area.
#[derive(Debug, FromQueryResult)]
pub(crate) struct Unread {
    pub(crate) area: String,
    pub(crate) notices: i64,
}

pub(crate) async fn load(
    db: &impl ConnectionTrait,
    user: UserId,
    now: DateTime<Utc>,
) -> Result<Vec<Unread>, DbErr> {
    notification::Entity::find()
        .select_only()
        .expr_as(rules::area(), "area")
        .expr_as(count(), "notices")
        .filter(notification::COLUMN.user_id.eq(user))
        .filter(rules::unread())
        .filter(rules::current(now))
        .group_by(rules::area())
        .into_model()
        .all(db)
        .await
}
