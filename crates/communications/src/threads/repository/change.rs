//! What those who run the business do to a conversation.

use chrono::{DateTime, Utc};
use sea_orm::{DbErr, FromQueryResult, entity::prelude::*};
use tally_entity::{ThreadId, UserId, WebsiteId, WebsiteScope};

use crate::sql::Sql;

/// What can be changed of a conversation.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub(crate) struct Settings {
    pub(crate) website_id: WebsiteId,
    pub(crate) is_active: bool,
    pub(crate) allow_messaging: bool,
    pub(crate) admin_override: bool,
    pub(crate) subject: Option<String>,
}

/// The settings of a conversation in scope, kept from changing until the transaction ends.
pub(crate) async fn lock(
    tx: &impl ConnectionTrait,
    scope: WebsiteScope,
    id: ThreadId,
) -> Result<Option<Settings>, DbErr> {
    let mut sql = Sql::default();
    let id = sql.bind(id);
    let scope = match scope {
        WebsiteScope::All => "true".to_owned(),
        WebsiteScope::One(website) => format!("t.website_id = {}", sql.bind(website)),
    };
    let text = format!(
        "SELECT t.website_id, t.closed_at IS NULL AS is_active, t.allow_messaging, t.admin_override, t.subject
        FROM threads t WHERE t.id = {id} AND t.thread_type <> 'direct' AND {scope} FOR NO KEY UPDATE"
    );
    sql.one(tx, &text).await
}

/// Writes them. When it was closed stays.
pub(crate) async fn write(
    tx: &impl ConnectionTrait,
    id: ThreadId,
    settings: &Settings,
    now: DateTime<Utc>,
) -> Result<(), DbErr> {
    let Settings { website_id: _, is_active, allow_messaging, admin_override, subject } = settings.clone();
    let mut sql = Sql::default();
    let (id, now, active) = (sql.bind(id), sql.bind(now), sql.bind(is_active));
    let (allow, over) = (sql.bind(allow_messaging), sql.bind(admin_override));
    let subject = sql.bind(subject);
    let text = format!(
        "UPDATE threads SET closed_at = CASE WHEN {active} THEN NULL ELSE coalesce(closed_at, {now}) END,
            allow_messaging = {allow}, admin_override = {over}, subject = {subject} WHERE id = {id}"
    );
    sql.run(tx, &text).await.map(|_| ())
}

/// Takes every message away: nobody has anything left to read.
pub(crate) async fn delete_messages(
    tx: &impl ConnectionTrait,
    id: ThreadId,
    by: UserId,
    now: DateTime<Utc>,
) -> Result<(), DbErr> {
    let mut sql = Sql::default();
    let (thread, now, by) = (sql.bind(id), sql.bind(now), sql.bind(by));
    let text = format!(
        "WITH gone AS (
            UPDATE messages SET deleted_at = {now}, deleted_by_id = {by}
            WHERE thread_id = {thread} AND deleted_at IS NULL
        )
        UPDATE message_receipts SET read_at = {now}, delivery_status = 'read'
        WHERE thread_id = {thread} AND read_at IS NULL"
    );
    sql.run(tx, &text).await.map(|_| ())
}
