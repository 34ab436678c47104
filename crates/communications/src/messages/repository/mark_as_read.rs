//! Somebody has read a message.

use chrono::{DateTime, Utc};
use sea_orm::{DbErr, FromQueryResult, entity::prelude::*};
use tally_entity::{MessageId, ThreadId};

use crate::{sql::Sql, viewer::Viewer};

#[derive(Debug, FromQueryResult)]
struct Receipts {
    count: i64,
}

/// Marks his receipt, and says whether he has one. When he read it first stays.
pub(crate) async fn mark(
    tx: &impl ConnectionTrait,
    viewer: Viewer,
    (thread, message): (ThreadId, MessageId),
    now: DateTime<Utc>,
) -> Result<bool, DbErr> {
    let mut sql = Sql::default();
    let (seen, reads) = (viewer.finds(&mut sql), viewer.reads(&mut sql));
    let (thread, message) = (sql.bind(thread), sql.bind(message));
    let (me, now) = (sql.bind(viewer.id), sql.bind(now));
    let text = format!(
        "WITH mine AS (
            SELECT r.id FROM threads t LEFT JOIN orders o ON o.id = t.order_id
            JOIN messages m ON m.thread_id = t.id AND m.id = {message}
            JOIN message_receipts r ON r.message_id = m.id AND r.user_id = {me}
            WHERE t.id = {thread} AND {seen} AND {reads}
        ), marked AS (
            UPDATE message_receipts r SET read_at = {now}, delivery_status = 'read'
            FROM mine WHERE r.id = mine.id AND r.read_at IS NULL
        )
        SELECT count(*) AS count FROM mine"
    );
    Ok(sql.one::<Receipts>(tx, &text).await?.is_some_and(|mine| mine.count > 0))
}
