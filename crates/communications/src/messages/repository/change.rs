//! Editing a message, and taking it away.

use chrono::{DateTime, Utc};
use sea_orm::{DbErr, FromQueryResult, entity::prelude::*};
use tally_entity::{MessageId, ThreadId, UserId};

use crate::{messages::screening::Link, sql::Sql, viewer::Viewer};

/// What has to be known of a message before it is changed.
#[derive(Debug, FromQueryResult)]
pub(crate) struct Editable {
    pub(crate) sender_id: UserId,
    pub(crate) body: String,
    pub(crate) sent_at: DateTime<Utc>,
    /// Whether somebody has read it.
    pub(crate) was_read: bool,
}

/// A message that `viewer` sees; its conversation is locked.
pub(crate) async fn find(
    tx: &impl ConnectionTrait,
    viewer: Viewer,
    (thread, message): (ThreadId, MessageId),
) -> Result<Option<Editable>, DbErr> {
    let mut sql = Sql::default();
    let (seen, thread, message) = (viewer.reads(&mut sql), sql.bind(thread), sql.bind(message));
    let text = format!(
        "SELECT m.sender_id, m.body, m.sent_at, EXISTS (SELECT FROM message_receipts r
            WHERE r.message_id = m.id AND r.read_at IS NOT NULL) AS was_read
        FROM messages m WHERE m.id = {message} AND m.thread_id = {thread} AND {seen}"
    );
    sql.one(tx, &text).await
}

/// Another text. What is stopped is hidden, and its receipts wait for nothing.
pub(crate) async fn edit(
    tx: &impl ConnectionTrait,
    message: MessageId,
    (text, link): (String, Option<&Link>),
    is_stopped: bool,
    now: DateTime<Utc>,
) -> Result<(), DbErr> {
    let mut sql = Sql::default();
    let (id, body, now) = (sql.bind(message), sql.bind(text), sql.bind(now));
    let url = sql.bind(link.map(|link| link.url.chars().take(2000).collect::<String>()));
    let domain = sql.bind(link.map(|link| link.domain.chars().take(255).collect::<String>()));
    let (stopped, approved) = (sql.bind(is_stopped), sql.bind(link.is_some() && !is_stopped));
    let text = format!(
        "WITH edited AS (
            UPDATE messages SET body = {body}, edited_at = {now}, link_url = {url}, link_domain = {domain},
                link_preview = NULL, is_link_approved = {approved},
                is_flagged = is_flagged OR {stopped}, is_hidden = is_hidden OR {stopped},
                is_unblocked = is_unblocked AND NOT {stopped},
                message_type = CASE WHEN attachment_file_id IS NOT NULL OR message_type NOT IN ('text', 'link')
                    THEN message_type WHEN {stopped} AND {url}::text IS NOT NULL THEN 'link' ELSE 'text' END
            WHERE id = {id}
        )
        UPDATE message_receipts SET read_at = {now}, delivery_status = 'read'
        WHERE message_id = {id} AND read_at IS NULL AND {stopped}"
    );
    sql.run(tx, &text).await.map(|_| ())
}

/// Takes a message away; nobody has it left to read.
pub(crate) async fn delete(
    tx: &impl ConnectionTrait,
    message: MessageId,
    by: UserId,
    now: DateTime<Utc>,
) -> Result<(), DbErr> {
    let mut sql = Sql::default();
    let (id, by, now) = (sql.bind(message), sql.bind(by), sql.bind(now));
    let text = format!(
        "WITH gone AS (UPDATE messages SET deleted_at = {now}, deleted_by_id = {by} WHERE id = {id})
        UPDATE message_receipts SET read_at = {now}, delivery_status = 'read'
        WHERE message_id = {id} AND read_at IS NULL"
    );
    sql.run(tx, &text).await.map(|_| ())
}
