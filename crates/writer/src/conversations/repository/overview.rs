//! The conversations of a writer, the last word of each, and what he has not read.

use std::collections::BTreeMap;

use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::{DbBackend, DbErr, FromQueryResult, Statement, entity::prelude::*};
use tally_entity::{MessageId, OrderId, OrderStatus, Role, ThreadId, ThreadType, UserId};

const MOST_LISTED: i64 = 50;
const MOST_ACTIVE: i64 = 20;
/// How long ago somebody must have written for a conversation to be under way.
const RECENT: TimeDelta = TimeDelta::days(7);

/// A conversation, and its place in the list.
#[derive(Debug)]
pub(crate) struct Conversation {
    pub(crate) is_listed: bool,
    /// One of the first that have something unread or are under way.
    pub(crate) is_active: bool,
    pub(crate) unread: i64,
    pub(crate) about: About,
}

/// Figures of all conversations.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Totals {
    pub(crate) threads: i64,
    pub(crate) unread: i64,
    pub(crate) active: i64,
    pub(crate) with_unread: i64,
    pub(crate) this_week: i64,
}

/// What a conversation is about, and its last word.
#[derive(Clone, Debug, FromQueryResult)]
pub(crate) struct About {
    pub(crate) id: ThreadId,
    pub(crate) thread_type: ThreadType,
    pub(crate) order_id: Option<OrderId>,
    pub(crate) topic: String,
    pub(crate) order_status: Option<OrderStatus>,
    pub(crate) client_id: Option<UserId>,
    pub(crate) is_open: bool,
    pub(crate) participants: i64,
    pub(crate) created_at: DateTime<Utc>,
    pub(crate) updated_at: DateTime<Utc>,
    #[sea_orm(nested(prefix = "last_"))]
    pub(crate) last: Option<LastWord>,
}

/// The newest message that the writer may see.
#[derive(Clone, Debug, FromQueryResult)]
pub(crate) struct LastWord {
    pub(crate) id: MessageId,
    pub(crate) sender_id: UserId,
    pub(crate) sender_username: String,
    pub(crate) sender_role: Role,
    pub(crate) body: String,
    pub(crate) sent_at: DateTime<Utc>,
    pub(crate) has_attachment: bool,
}

#[derive(Debug, FromQueryResult)]
struct Found {
    id: ThreadId,
    message_id: i64,
    unread: i64,
    place: i64,
    is_active: bool,
    active_place: i64,
    total: i64,
    total_unread: i64,
    total_active: i64,
    total_with_unread: i64,
    total_this_week: i64,
}

/// The newest conversations and the active ones, the last word first.
pub(crate) async fn load(
    db: &impl ConnectionTrait,
    writer: UserId,
    now: DateTime<Utc>,
) -> Result<(Totals, Vec<Conversation>), DbErr> {
    let found = found(db, writer, now).await?;
    let totals = found.first().map_or_else(Totals::default, |first| Totals {
        threads: first.total,
        unread: first.total_unread,
        active: first.total_active,
        with_unread: first.total_with_unread,
        this_week: first.total_this_week,
    });
    let mut about = about(db, &found).await?;
    let shown = found.into_iter().filter_map(|found| {
        Some(Conversation {
            is_listed: found.place <= MOST_LISTED,
            is_active: found.is_active && found.active_place <= MOST_ACTIVE,
            unread: found.unread,
            about: about.remove(&found.id)?,
        })
    });
    Ok((totals, shown.collect()))
}

/// A writer sees the conversations he takes part in, and those about his orders that he has not joined yet; what
/// staff talk about among themselves is not for him.
async fn found(db: &impl ConnectionTrait, writer: UserId, now: DateTime<Utc>) -> Result<Vec<Found>, DbErr> {
    const FOUND: &str = "
        WITH seen AS (
            SELECT thread_id AS id FROM thread_participants WHERE user_id = $1 AND left_at IS NULL
            UNION
            SELECT threads.id
            FROM orders
            JOIN threads ON threads.order_id = orders.id
            WHERE orders.assigned_writer_id = $1 AND orders.deleted_at IS NULL
                AND threads.thread_type <> 'internal'
                AND NOT EXISTS (SELECT FROM thread_participants me
                    WHERE me.thread_id = threads.id AND me.user_id = $1)
        ), known AS (
            SELECT threads.id, last.id AS message_id, last.sent_at, receipts.unread,
                coalesce(last.sent_at > $2, false) AS is_recent
            FROM seen
            JOIN threads ON threads.id = seen.id AND threads.thread_type <> 'direct'
            LEFT JOIN LATERAL (
                SELECT messages.id, messages.sent_at FROM messages
                WHERE messages.thread_id = threads.id AND messages.deleted_at IS NULL
                    AND NOT messages.is_internal_note
                    AND (messages.sender_id = $1 OR NOT messages.is_hidden)
                    AND (messages.sender_id = $1 OR messages.recipient_id = $1
                        OR 'writer' = ANY (messages.visible_to_roles))
                ORDER BY messages.sent_at DESC, messages.id DESC
                LIMIT 1
            ) last ON true
            CROSS JOIN LATERAL (
                SELECT count(*) AS unread FROM message_receipts
                WHERE user_id = $1 AND thread_id = threads.id AND read_at IS NULL
            ) receipts
        ), placed AS (
            SELECT id, message_id, unread, unread > 0 OR is_recent AS is_active,
                row_number() OVER newest AS place,
                count(*) FILTER (WHERE unread > 0 OR is_recent) OVER newest AS active_place,
                count(*) OVER () AS total,
                (sum(unread) OVER ())::bigint AS total_unread,
                count(*) FILTER (WHERE unread > 0 OR is_recent) OVER () AS total_active,
                count(*) FILTER (WHERE unread > 0) OVER () AS total_with_unread,
                count(*) FILTER (WHERE is_recent) OVER () AS total_this_week
            FROM known
            WINDOW newest AS (ORDER BY sent_at DESC NULLS LAST, id DESC)
        )
        SELECT id, coalesce(message_id, 0) AS message_id, unread, place, is_active, active_place, total,
            total_unread, total_active, total_with_unread, total_this_week
        FROM placed
        WHERE place <= $3 OR (is_active AND active_place <= $4)
        ORDER BY place";
    let values = [writer.into(), (now - RECENT).into(), MOST_LISTED.into(), MOST_ACTIVE.into()];
    Found::find_by_statement(Statement::from_sql_and_values(DbBackend::Postgres, FOUND, values)).all(db).await
}

async fn about(db: &impl ConnectionTrait, found: &[Found]) -> Result<BTreeMap<ThreadId, About>, DbErr> {
    const ABOUT: &str = "
        SELECT threads.id, threads.thread_type, threads.order_id,
            coalesce(orders.topic, threads.subject, '') AS topic, orders.status AS order_status,
            orders.client_id, threads.closed_at IS NULL AS is_open,
            (SELECT count(*) FROM thread_participants
                WHERE thread_id = threads.id AND left_at IS NULL) AS participants,
            threads.created_at, threads.updated_at,
            last.id AS last_id, last.sender_id AS last_sender_id, sender.username AS last_sender_username,
            last.sender_role AS last_sender_role, last.body AS last_body, last.sent_at AS last_sent_at,
            last.attachment_file_id IS NOT NULL AS last_has_attachment
        FROM unnest($1::bigint[], $2::bigint[]) AS found (thread_id, message_id)
        JOIN threads ON threads.id = found.thread_id
        LEFT JOIN orders ON orders.id = threads.order_id
        LEFT JOIN messages last ON last.id = found.message_id
        LEFT JOIN users sender ON sender.id = last.sender_id";
    let threads: Vec<i64> = found.iter().map(|found| found.id.0).collect();
    let messages: Vec<i64> = found.iter().map(|found| found.message_id).collect();
    let values = [threads.into(), messages.into()];
    let about = Statement::from_sql_and_values(DbBackend::Postgres, ABOUT, values);
    let about = About::find_by_statement(about).all(db).await?;
    Ok(about.into_iter().map(|about| (about.id, about)).collect())
}
