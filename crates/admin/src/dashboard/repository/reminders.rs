//! Payment reminders: what is set up, and what went out. Three tables, three statements.

use chrono::{DateTime, Utc};
use sea_orm::{DbErr, FromQueryResult, QuerySelect, entity::prelude::*, sea_query::Condition};
use tally_db::aggregate::{count, count_where};
use tally_entity::{
    WebsiteScope, payment_deletion_message as message, payment_reminder_config as config,
    payment_reminder_sent as sent,
};
use tally_kernel::Period;

/// Rows of a table of settings.
#[derive(Debug, FromQueryResult)]
pub(crate) struct Settings {
    pub(crate) all: i64,
    pub(crate) active: i64,
}

#[derive(Debug, FromQueryResult)]
pub(crate) struct Sent {
    pub(crate) all: i64,
    /// In the last 7 days.
    pub(crate) recent: i64,
}

pub(crate) async fn configs(db: &impl ConnectionTrait, scope: WebsiteScope) -> Result<Settings, DbErr> {
    config::Entity::find()
        .select_only()
        .expr_as(count(), "all")
        .expr_as(count_where(config::COLUMN.is_active.eq(true)), "active")
        .filter(scope.of(config::COLUMN.website_id))
        .into_model::<Settings>()
        .require_one(db)
        .await
}

pub(crate) async fn deletion_messages(
    db: &impl ConnectionTrait,
    scope: WebsiteScope,
) -> Result<Settings, DbErr> {
    message::Entity::find()
        .select_only()
        .expr_as(count(), "all")
        .expr_as(count_where(message::COLUMN.is_active.eq(true)), "active")
        .filter(scope.of(message::COLUMN.website_id))
        .into_model::<Settings>()
        .require_one(db)
        .await
}

pub(crate) async fn sent(
    db: &impl ConnectionTrait,
    scope: WebsiteScope,
    now: DateTime<Utc>,
) -> Result<Sent, DbErr> {
    let Period { from, until } = Period::last_days(7, now);
    let recent = Condition::all().add(sent::COLUMN.sent_at.gte(from)).add(sent::COLUMN.sent_at.lt(until));

    sent::Entity::find()
        .select_only()
        .expr_as(count(), "all")
        .expr_as(count_where(recent), "recent")
        .filter(scope.of(sent::COLUMN.website_id))
        .into_model::<Sent>()
        .require_one(db)
        .await
}
