//! Who is reminded now, and which orders nobody paid.

use chrono::{DateTime, Utc};
use sea_orm::{
    DatabaseTransaction, DbBackend, DbErr, FromQueryResult, QueryOrder, QuerySelect, Statement,
    entity::prelude::*,
};
use tally_entity::{OrderId, UserId, WebsiteId, payment_deletion_message, payment_reminder_config};

/// The last reminder whose time has come, unless the order had it; what was missed before is not sent late.
/// Several processes may do this at once: a reminder is written down once, and who wrote it down sends it.
const DUE: &str = "
    WITH due AS (
        SELECT orders.id AS order_id, orders.client_id, orders.topic, config.id AS config_id, config.name,
            config.message, config.email_subject, config.send_as_notification, config.send_as_email
        FROM orders
        CROSS JOIN LATERAL (
            SELECT * FROM payment_reminder_configs
            WHERE website_id = $1 AND is_active
                AND deadline_pct * extract(epoch FROM orders.client_deadline_at - orders.created_at)
                    <= 100 * extract(epoch FROM $2 - orders.created_at)
            ORDER BY deadline_pct DESC LIMIT 1) AS config
        WHERE orders.website_id = $1 AND orders.deleted_at IS NULL AND NOT orders.is_paid
            AND orders.status NOT IN ('draft', 'cancelled', 'refunded', 'closed', 'archived', 'expired')
            AND orders.client_id IS NOT NULL AND orders.client_deadline_at > orders.created_at
            AND NOT EXISTS (
                SELECT FROM payment_reminders_sent AS sent
                WHERE sent.order_id = orders.id AND sent.reminder_config_id = config.id)
        ORDER BY orders.id LIMIT $3),
    sent AS (
        INSERT INTO payment_reminders_sent (website_id, reminder_config_id, order_id, client_id,
            sent_as_notification, sent_as_email, sent_at, created_at)
        SELECT $1, config_id, order_id, client_id, send_as_notification, send_as_email, $2, $2 FROM due
        ON CONFLICT DO NOTHING
        RETURNING order_id)
    SELECT due.* FROM due JOIN sent USING (order_id) ORDER BY order_id";

/// Those that another process is removing are left to it.
const REMOVE: &str = "
    UPDATE orders SET deleted_at = $2, delete_reason = 'unpaid'
    WHERE id IN (
        SELECT id FROM orders
        WHERE website_id = $1 AND status IN ('pending', 'unpaid') AND NOT is_paid AND deleted_at IS NULL
            AND client_deadline_at < $2
        ORDER BY id LIMIT $3 FOR UPDATE SKIP LOCKED)
    RETURNING id AS order_id, client_id, topic";

/// A reminder that was written down as sent.
#[derive(Debug, FromQueryResult)]
pub(crate) struct Due {
    pub(crate) order_id: OrderId,
    pub(crate) client_id: UserId,
    pub(crate) topic: String,
    pub(crate) name: String,
    pub(crate) message: String,
    pub(crate) email_subject: Option<String>,
    pub(crate) send_as_notification: bool,
    pub(crate) send_as_email: bool,
}

/// An order that was removed.
#[derive(Debug, FromQueryResult)]
pub(crate) struct Removed {
    pub(crate) order_id: OrderId,
    pub(crate) client_id: Option<UserId>,
    pub(crate) topic: String,
}

/// The websites whose clients are reminded at all.
pub(crate) async fn websites(db: &impl ConnectionTrait) -> Result<Vec<WebsiteId>, DbErr> {
    use payment_reminder_config::Column::WebsiteId;
    payment_reminder_config::Entity::find()
        .select_only()
        .column(WebsiteId)
        .distinct()
        .filter(payment_reminder_config::COLUMN.is_active.eq(true))
        .order_by_asc(WebsiteId)
        .into_tuple()
        .all(db)
        .await
}

/// Writes down what is sent now, `most` at a time.
pub(crate) async fn due(
    tx: &DatabaseTransaction,
    website: WebsiteId,
    now: DateTime<Utc>,
    most: usize,
) -> Result<Vec<Due>, DbErr> {
    let values = [website.0.into(), now.into(), i64::try_from(most).unwrap_or(i64::MAX).into()];
    Due::find_by_statement(Statement::from_sql_and_values(DbBackend::Postgres, DUE, values)).all(tx).await
}

/// Removes what should have been paid by now, `most` at a time.
pub(crate) async fn remove(
    tx: &DatabaseTransaction,
    website: WebsiteId,
    now: DateTime<Utc>,
    most: usize,
) -> Result<Vec<Removed>, DbErr> {
    let values = [website.0.into(), now.into(), i64::try_from(most).unwrap_or(i64::MAX).into()];
    Removed::find_by_statement(Statement::from_sql_and_values(DbBackend::Postgres, REMOVE, values))
        .all(tx)
        .await
}

/// What their clients are told; nothing when the website says nothing.
pub(crate) async fn deletion_message(
    tx: &DatabaseTransaction,
    website: WebsiteId,
) -> Result<Option<payment_deletion_message::Model>, DbErr> {
    payment_deletion_message::Entity::find()
        .filter(payment_deletion_message::COLUMN.website_id.eq(website))
        .filter(payment_deletion_message::COLUMN.is_active.eq(true))
        .order_by_asc(payment_deletion_message::Column::Id)
        .one(tx)
        .await
}
