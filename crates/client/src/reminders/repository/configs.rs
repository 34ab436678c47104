//! Reminders that a client may be sent.

use sea_orm::{DbErr, QueryOrder, Select, entity::prelude::*};
use tally_entity::{PaymentReminderConfigId, WebsiteId, payment_reminder_config};

/// The one asked for, else the first; nothing when there is none that may be used.
pub(super) async fn find(
    tx: &impl ConnectionTrait,
    website: WebsiteId,
    id: Option<PaymentReminderConfigId>,
) -> Result<Option<payment_reminder_config::Model>, DbErr> {
    use payment_reminder_config::Column::{DeadlinePct, DisplayOrder, Id};
    let usable = usable(website).order_by_asc(DisplayOrder).order_by_asc(DeadlinePct).order_by_asc(Id);
    match id {
        Some(id) => usable.filter(payment_reminder_config::COLUMN.id.eq(id)).one(tx).await,
        None => usable.one(tx).await,
    }
}

fn usable(website: WebsiteId) -> Select<payment_reminder_config::Entity> {
    payment_reminder_config::Entity::find()
        .filter(payment_reminder_config::COLUMN.website_id.eq(website))
        .filter(payment_reminder_config::COLUMN.is_active.eq(true))
}
