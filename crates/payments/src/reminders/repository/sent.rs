//! Reminders that were sent.

use chrono::{DateTime, Utc};
use sea_orm::{Condition, DbErr, FromQueryResult, JoinType, QueryOrder, QuerySelect, entity::prelude::*};
use tally_db::aggregate::count;
use tally_entity::{
    OrderId, PaymentId, PaymentReminderConfigId, PaymentReminderSentId, UserId, WebsiteScope,
    payment_reminder_config, payment_reminder_sent as sent, user,
};
use tokio::try_join;

/// Which are wanted; what is absent narrows nothing.
#[derive(Clone, Debug, Default)]
pub(crate) struct Wanted {
    pub(crate) client: Option<UserId>,
    pub(crate) order: Option<OrderId>,
    pub(crate) config: Option<PaymentReminderConfigId>,
    pub(crate) from: Option<DateTime<Utc>>,
    pub(crate) until: Option<DateTime<Utc>>,
}

#[expect(clippy::struct_field_names, reason = "fields are named as their columns")]
#[derive(Debug, FromQueryResult)]
pub(crate) struct Reminder {
    pub(crate) id: PaymentReminderSentId,
    pub(crate) reminder_config_id: PaymentReminderConfigId,
    pub(crate) config_name: String,
    pub(crate) order_id: Option<OrderId>,
    pub(crate) payment_id: Option<PaymentId>,
    pub(crate) client_id: UserId,
    pub(crate) username: String,
    pub(crate) sent_at: DateTime<Utc>,
    pub(crate) sent_as_notification: bool,
    pub(crate) sent_as_email: bool,
}

/// How many there are, and `limit` of them after the first `offset`, newest first.
pub(crate) async fn load(
    db: &impl ConnectionTrait,
    scope: WebsiteScope,
    wanted: &Wanted,
    limit: u64,
    offset: u64,
) -> Result<(i64, Vec<Reminder>), DbErr> {
    use sent::Column as S;
    let config = sent::Entity::belongs_to(payment_reminder_config::Entity)
        .from(S::ReminderConfigId)
        .to(payment_reminder_config::Column::Id);
    let client = sent::Entity::belongs_to(user::Entity).from(S::ClientId).to(user::Column::Id);
    let rows = sent::Entity::find()
        .select_only()
        .filter(scope.of(sent::COLUMN.website_id))
        .filter(wanted.condition());
    let page = rows
        .clone()
        .columns([S::Id, S::ReminderConfigId, S::OrderId, S::PaymentId, S::ClientId, S::SentAt])
        .columns([S::SentAsNotification, S::SentAsEmail])
        .column_as(payment_reminder_config::Column::Name, "config_name")
        .column(user::Column::Username)
        .join(JoinType::InnerJoin, config.into())
        .join(JoinType::InnerJoin, client.into())
        .order_by_desc(S::SentAt)
        .order_by_desc(S::Id)
        .limit(limit)
        .offset(offset)
        .into_model()
        .all(db);
    try_join!(rows.expr_as(count(), "count").into_tuple().require_one(db), page)
}

impl Wanted {
    fn condition(&self) -> Condition {
        let Self { client, order, config, from, until } = self;
        let row = sent::COLUMN;
        Condition::all()
            .add_option(client.map(|id| row.client_id.eq(id)))
            .add_option(order.map(|id| row.order_id.eq(id)))
            .add_option(config.map(|id| row.reminder_config_id.eq(id)))
            .add_option(from.map(|from| row.sent_at.gte(from)))
            .add_option(until.map(|until| row.sent_at.lt(until)))
    }
}
