//! Somebody has read a conversation.

use chrono::{DateTime, Utc};
use sea_orm::{DbErr, FromQueryResult, entity::prelude::*};
use tally_entity::{ThreadId, UserId};

use crate::{sql::Sql, viewer::Viewer};

#[derive(Debug, FromQueryResult)]
struct Done {
    is_seen: bool,
    marked: i64,
}

/// Marks everything he has not read, with one UPDATE, and says how many messages these were; nothing when he does not
/// see the conversation.
pub(crate) async fn mark(
    tx: &impl ConnectionTrait,
    viewer: Viewer,
    thread: ThreadId,
    now: DateTime<Utc>,
) -> Result<Option<i64>, DbErr> {
    let mut sql = Sql::default();
    let (seen, thread) = (viewer.finds(&mut sql), sql.bind(thread));
    let (me, now) = (sql.bind(viewer.id), sql.bind(now));
    let text = format!(
        "WITH seen AS (
            SELECT t.id FROM threads t LEFT JOIN orders o ON o.id = t.order_id WHERE t.id = {thread} AND {seen}
        ), marked AS (
            UPDATE message_receipts r SET read_at = {now}, delivery_status = 'read'
            FROM seen WHERE r.thread_id = seen.id AND r.user_id = {me} AND r.read_at IS NULL RETURNING r.id
        )
        SELECT EXISTS (SELECT FROM seen) AS is_seen, (SELECT count(*) FROM marked) AS marked"
    );
    let done = sql.one::<Done>(tx, &text).await?;
    Ok(done.filter(|done| done.is_seen).map(|done| done.marked))
}

/// Marks the notice of its messages.
pub(crate) async fn mark_notice(
    tx: &impl ConnectionTrait,
    user: UserId,
    key: String,
    now: DateTime<Utc>,
) -> Result<(), DbErr> {
    let mut sql = Sql::default();
    let (user, key, now) = (sql.bind(user), sql.bind(key), sql.bind(now));
    let text = format!(
        "UPDATE notifications SET read_at = {now}
        WHERE user_id = {user} AND dedupe_key = {key} AND read_at IS NULL"
    );
    sql.run(tx, &text).await.map(|_| ())
}
