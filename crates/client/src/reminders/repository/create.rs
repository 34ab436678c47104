//! A client has himself reminded of an order.

use chrono::{DateTime, Utc};
use sea_orm::{DatabaseTransaction, DbErr, QuerySelect, Set, entity::prelude::*, sea_query::OnConflict};
use tally_auth::{
    mail::{self, Letter},
    notice::{Event, Notice, tell},
};
use tally_entity::{
    OrderId, PaymentReminderConfigId, UserId, WebsiteId, order, payment_reminder_config,
    payment_reminder_sent,
};

use super::configs;

/// An order and a reminder of it.
#[derive(Debug)]
pub(crate) struct Chosen {
    pub(crate) order: order::Model,
    pub(crate) config: Option<payment_reminder_config::Model>,
}

/// Nothing when the order is not his. It stays as it is until the transaction ends, so that nobody pays it
/// meanwhile.
pub(crate) async fn find(
    tx: &DatabaseTransaction,
    me: UserId,
    website: WebsiteId,
    order: OrderId,
    config: Option<PaymentReminderConfigId>,
) -> Result<Option<Chosen>, DbErr> {
    let Some(order) = lock(tx, me, order).await? else { return Ok(None) };
    Ok(Some(Chosen { order, config: configs::find(tx, website, config).await? }))
}

async fn lock(tx: &DatabaseTransaction, me: UserId, id: OrderId) -> Result<Option<order::Model>, DbErr> {
    order::Entity::find_by_id(id)
        .filter(order::COLUMN.client_id.eq(me))
        .filter(order::rules::counted())
        .lock_exclusive()
        .one(tx)
        .await
}

/// Nothing when the order had this reminder already.
pub(crate) async fn send(
    tx: &DatabaseTransaction,
    me: UserId,
    order: &order::Model,
    config: &payment_reminder_config::Model,
    now: DateTime<Utc>,
) -> Result<Option<payment_reminder_sent::Model>, DbErr> {
    let row = payment_reminder_sent::ActiveModel {
        website_id: Set(config.website_id),
        reminder_config_id: Set(config.id),
        order_id: Set(Some(order.id)),
        client_id: Set(me),
        sent_as_notification: Set(config.send_as_notification),
        sent_as_email: Set(config.send_as_email),
        sent_at: Set(now),
        created_at: Set(now),
        ..Default::default()
    };
    let nothing = OnConflict::new().do_nothing().to_owned();
    let insert = payment_reminder_sent::Entity::insert(row).on_conflict(nothing);
    if insert.exec_without_returning(tx).await? == 0 {
        return Ok(None);
    }
    if config.send_as_notification {
        let notice =
            Notice::of_order(Event::PaymentReminder, order.id, config.message.clone(), config.website_id);
        tell(tx, [(me, notice)]).await?;
    }
    if config.send_as_email {
        let subject = config.email_subject.clone().unwrap_or_else(|| config.name.clone());
        let body = config.message.clone();
        mail::write(tx, [Letter { user: me, website: config.website_id, subject, body }]).await?;
    }
    sent(tx, config.id, order.id).await
}

async fn sent(
    tx: &DatabaseTransaction,
    config: PaymentReminderConfigId,
    order: OrderId,
) -> Result<Option<payment_reminder_sent::Model>, DbErr> {
    let row = payment_reminder_sent::COLUMN;
    payment_reminder_sent::Entity::find()
        .filter(row.reminder_config_id.eq(config))
        .filter(row.order_id.eq(order))
        .filter(row.payment_id.is_null())
        .one(tx)
        .await
}
