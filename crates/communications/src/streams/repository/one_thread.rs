//! What has changed in a conversation.
//!
//! Which changes somebody has seen is told by transactions, not by times or ids: changes become visible in another
//! order than they were made in. A look notes the oldest transaction that was still under way. Everything before it
//! was seen by that look; everything that was not seen is of this one or a later one, and the next look asks for
//! these. What it asks for twice is left out by its version, or shown again after a resumption.

use chrono::{DateTime, Utc};
use sea_orm::{DbErr, FromQueryResult, entity::prelude::*};
use tally_entity::{MessageId, ThreadId, UserId};

use crate::{
    messages::repository::message::{Message, shown},
    sql::Sql,
    viewer::Viewer,
};

/// Messages that are shown to who begins.
const NEWEST: i64 = 50;
/// Row versions have the lower half of a transaction's number.
const ROUND: i64 = 1 << 32;

/// One message that changed, with what is the same for all of a look.
#[derive(Debug, FromQueryResult)]
pub(crate) struct Change {
    /// The oldest transaction under way.
    pub(crate) upto: i64,
    /// Whether the conversation is open; nothing when it is not seen any more.
    pub(crate) is_open: Option<bool>,
    pub(crate) version: Option<i64>,
    /// The message was shown once, and is not any more.
    pub(crate) is_gone: Option<bool>,
    #[sea_orm(nested)]
    pub(crate) message: Option<Message>,
    /// Messages of the viewer that others read: by whom, which, when, and the receipt's version.
    pub(crate) reader: Vec<UserId>,
    pub(crate) read_message: Vec<MessageId>,
    pub(crate) read_when: Vec<DateTime<Utc>>,
    pub(crate) read_version: Vec<i64>,
}

/// The newest messages, or all that changed since the transaction `since`. One statement; at least one row.
pub(crate) async fn load(
    db: &impl ConnectionTrait,
    viewer: Viewer,
    thread: ThreadId,
    since: Option<i64>,
) -> Result<Vec<Change>, DbErr> {
    let mut sql = Sql::default();
    let (seen, reads) = (viewer.finds(&mut sql), viewer.reads(&mut sql));
    let (id, me) = (sql.bind(thread), sql.bind(viewer.id));
    let role = sql.bind(viewer.role.as_str());
    let (found, read) = match since {
        None => {
            let newest = format!("{reads} ORDER BY m.sent_at DESC, m.id DESC LIMIT {NEWEST}");
            (newest, "false".to_owned())
        }
        Some(since) => {
            let since = sql.bind(since.rem_euclid(ROUND));
            let later = |row: &str| {
                format!("(({row}.xmin::text::bigint - {since}::bigint + {ROUND}) % {ROUND}) < {}", ROUND / 2)
            };
            // Gone is only what was there: a message stopped at once was never shown to others.
            let was_shown = if viewer.is_staff() {
                "m.updated_at > m.created_at".to_owned()
            } else {
                format!(
                    "m.updated_at > m.created_at AND NOT m.is_internal_note
                    AND ({me} IN (m.sender_id, m.recipient_id) OR {role} = ANY(m.visible_to_roles))"
                )
            };
            (format!("{} AND (({reads}) OR ({was_shown}))", later("m")), later("r"))
        }
    };
    let (columns, tables) = shown(&mut sql, viewer);
    let text = format!(
        "WITH seen AS MATERIALIZED (
            SELECT t.id, t.closed_at IS NULL AS is_open
            FROM threads t LEFT JOIN orders o ON o.id = t.order_id WHERE t.id = {id} AND {seen}
        ), found AS MATERIALIZED (
            SELECT m.*, m.xmin::text::bigint AS version, NOT ({reads}) AS is_gone
            FROM messages m WHERE m.thread_id = (SELECT seen.id FROM seen) AND {found}
        ), receipts AS MATERIALIZED (
            SELECT coalesce(array_agg(r.user_id ORDER BY r.id), '{{}}') AS reader,
                coalesce(array_agg(r.message_id ORDER BY r.id), '{{}}') AS read_message,
                coalesce(array_agg(r.read_at ORDER BY r.id), '{{}}') AS read_when,
                coalesce(array_agg(r.xmin::text::bigint ORDER BY r.id), '{{}}') AS read_version
            FROM message_receipts r JOIN messages m ON m.id = r.message_id
            WHERE r.thread_id = (SELECT seen.id FROM seen) AND r.read_at IS NOT NULL AND r.user_id <> {me}
                AND m.sender_id = {me} AND m.deleted_at IS NULL AND {read}
        )
        SELECT n.upto, seen.is_open, m.version, m.is_gone, receipts.reader, receipts.read_message,
            receipts.read_when, receipts.read_version, {columns}
        FROM (SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint AS upto) n
        CROSS JOIN receipts LEFT JOIN seen ON true LEFT JOIN found m ON true {tables}
        ORDER BY m.sent_at, m.id"
    );
    sql.all(db, &text).await
}

/// Whether a version is of the transaction `since`, or of a later one.
pub(crate) fn is_later(version: i64, since: i64) -> bool {
    (version - since.rem_euclid(ROUND)).rem_euclid(ROUND) < ROUND / 2
}
