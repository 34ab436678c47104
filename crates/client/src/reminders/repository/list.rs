//! What a client has not paid, and what he was told about it.

use chrono::{DateTime, Utc};
use sea_orm::{
    DbErr, FromQueryResult, JoinType, QueryOrder, QuerySelect, Select,
    entity::prelude::*,
    sea_query::{NullOrdering, Order as Direction},
};
use tally_entity::{
    OrderId, PaymentReminderConfigId, PaymentReminderSentId, UserId, WebsiteId, order,
    payment_reminder_config, payment_reminder_sent, work_type,
};
use tokio::try_join;

#[derive(Debug, FromQueryResult)]
pub(crate) struct UnpaidOrder {
    pub(crate) id: OrderId,
    pub(crate) topic: String,
    pub(crate) work_type: Option<String>,
    pub(crate) total_price_cents: i64,
    pub(crate) client_deadline_at: Option<DateTime<Utc>>,
    pub(crate) created_at: DateTime<Utc>,
}

#[derive(Debug, FromQueryResult)]
pub(crate) struct Reminder {
    pub(crate) id: PaymentReminderSentId,
    pub(crate) config_id: PaymentReminderConfigId,
    pub(crate) order_id: OrderId,
    pub(crate) order_topic: String,
    pub(crate) name: String,
    /// In hundredths of a percent.
    pub(crate) share: i64,
    pub(crate) message: String,
    pub(crate) sent_at: DateTime<Utc>,
    pub(crate) sent_as_notification: bool,
    pub(crate) sent_as_email: bool,
}

/// A reminder that may be sent.
#[derive(Clone, Debug, FromQueryResult)]
pub(crate) struct Config {
    pub(crate) id: PaymentReminderConfigId,
    pub(crate) name: String,
    /// In hundredths of a percent.
    pub(crate) share: i64,
    pub(crate) message: String,
}

#[derive(Debug)]
pub(crate) struct Reminders {
    /// The next due first.
    pub(crate) orders: Vec<UnpaidOrder>,
    /// For these orders; newest first.
    pub(crate) sent: Vec<Reminder>,
    /// The earliest first.
    pub(crate) configs: Vec<Config>,
}

pub(crate) async fn load(
    db: &impl ConnectionTrait,
    me: UserId,
    website: WebsiteId,
) -> Result<Reminders, DbErr> {
    let (orders, sent, configs) = try_join!(orders(db, me), sent(db, me), configs(db, website))?;
    Ok(Reminders { orders, sent, configs })
}

fn share() -> Expr {
    Expr::cust("(deadline_pct * 100)::bigint")
}

async fn orders(db: &impl ConnectionTrait, me: UserId) -> Result<Vec<UnpaidOrder>, DbErr> {
    use order::Column::{ClientDeadlineAt, CreatedAt, Id, Topic, TotalPriceCents, WorkTypeId};
    let work_type =
        order::Entity::belongs_to(work_type::Entity).from(WorkTypeId).to(work_type::Column::Id).into();
    order::Entity::find()
        .select_only()
        .columns([Id, Topic, TotalPriceCents, ClientDeadlineAt, CreatedAt])
        .column_as(work_type::Column::Name, "work_type")
        .join(JoinType::LeftJoin, work_type)
        .filter(order::COLUMN.client_id.eq(me))
        .filter(order::rules::awaits_payment())
        .order_by_with_nulls(ClientDeadlineAt, Direction::Asc, NullOrdering::Last)
        .order_by_asc(Id)
        .into_model()
        .all(db)
        .await
}

async fn sent(db: &impl ConnectionTrait, me: UserId) -> Result<Vec<Reminder>, DbErr> {
    use payment_reminder_config::Column::{Message, Name};
    use payment_reminder_sent::Column as S;
    with_config(payment_reminder_sent::Entity::find().select_only())
        .columns([S::Id, S::OrderId, S::SentAt, S::SentAsNotification, S::SentAsEmail])
        .column_as(S::ReminderConfigId, "config_id")
        .columns([Name, Message])
        .expr_as(share(), "share")
        .column_as(order::Column::Topic, "order_topic")
        .join(
            JoinType::InnerJoin,
            payment_reminder_sent::Entity::belongs_to(order::Entity)
                .from(S::OrderId)
                .to(order::Column::Id)
                .into(),
        )
        .filter(payment_reminder_sent::COLUMN.client_id.eq(me))
        .filter(order::COLUMN.client_id.eq(me))
        .filter(order::rules::awaits_payment())
        .order_by_desc(S::SentAt)
        .order_by_desc(S::Id)
        .into_model()
        .all(db)
        .await
}

fn with_config(rows: Select<payment_reminder_sent::Entity>) -> Select<payment_reminder_sent::Entity> {
    let config = payment_reminder_sent::Entity::belongs_to(payment_reminder_config::Entity)
        .from(payment_reminder_sent::Column::ReminderConfigId)
        .to(payment_reminder_config::Column::Id)
        .into();
    rows.join(JoinType::InnerJoin, config)
}

async fn configs(db: &impl ConnectionTrait, website: WebsiteId) -> Result<Vec<Config>, DbErr> {
    use payment_reminder_config::Column::{DeadlinePct, Id, Message, Name};
    payment_reminder_config::Entity::find()
        .select_only()
        .columns([Id, Name, Message])
        .expr_as(share(), "share")
        .filter(payment_reminder_config::COLUMN.website_id.eq(website))
        .filter(payment_reminder_config::COLUMN.is_active.eq(true))
        .order_by_asc(DeadlinePct)
        .into_model()
        .all(db)
        .await
}
