//! A client says how he was reminded.

use sea_orm::{DatabaseTransaction, DbErr, QuerySelect, Set, SqlErr, entity::prelude::*};
use tally_entity::{
    PaymentReminderConfigId, PaymentReminderSentId, UserId, WebsiteId, payment_reminder_config,
    payment_reminder_sent,
};

use super::configs;

/// What is to be different; what is absent stays.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Changes {
    pub(crate) config: Option<PaymentReminderConfigId>,
    pub(crate) as_notification: Option<bool>,
    pub(crate) as_email: Option<bool>,
}

/// Nothing when it is not his; otherwise it stays as it is until the transaction ends.
pub(crate) async fn lock(
    tx: &DatabaseTransaction,
    me: UserId,
    id: PaymentReminderSentId,
) -> Result<Option<payment_reminder_sent::Model>, DbErr> {
    payment_reminder_sent::Entity::find_by_id(id)
        .filter(payment_reminder_sent::COLUMN.client_id.eq(me))
        .lock_exclusive()
        .one(tx)
        .await
}

/// The reminder that it is to be, or that it was.
pub(crate) async fn config(
    tx: &DatabaseTransaction,
    website: WebsiteId,
    wanted: Option<PaymentReminderConfigId>,
    before: PaymentReminderConfigId,
) -> Result<Option<payment_reminder_config::Model>, DbErr> {
    match wanted {
        Some(id) => configs::find(tx, website, Some(id)).await,
        None => payment_reminder_config::Entity::find_by_id(before).one(tx).await,
    }
}

/// Nothing when the order had the other reminder already; the transaction is then of no more use.
pub(crate) async fn update(
    tx: &DatabaseTransaction,
    id: PaymentReminderSentId,
    changes: Changes,
) -> Result<Option<payment_reminder_sent::Model>, DbErr> {
    let Changes { config, as_notification, as_email } = changes;
    let mut row = payment_reminder_sent::ActiveModel { id: Set(id), ..Default::default() };
    if let Some(config) = config {
        row.reminder_config_id = Set(config);
    }
    if let Some(sent) = as_notification {
        row.sent_as_notification = Set(sent);
    }
    if let Some(sent) = as_email {
        row.sent_as_email = Set(sent);
    }
    match row.update(tx).await {
        Ok(row) => Ok(Some(row)),
        Err(error) if matches!(error.sql_err(), Some(SqlErr::UniqueConstraintViolation(_))) => Ok(None),
        Err(error) => Err(error),
    }
}
