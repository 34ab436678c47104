//! A conversation as somebody sees it: with its latest message and what he has not read.
//!
//! The page is found first, so that only its rows look for their latest message. A lateral join reads one row of the
//! index for each; `row_number()` over the messages of the page would read all of them.

use chrono::{DateTime, Utc};
use sea_orm::{DbErr, FromQueryResult, entity::prelude::*};
use tally_entity::{
    ClassBundleId, MessageId, MessageType, OrderId, OrderStatus, Role, SpecialOrderId, ThreadId, ThreadType,
    WebsiteId, refs::UserName,
};

use crate::{
    sql::{Sql, person},
    viewer::Viewer,
};

#[derive(Debug, FromQueryResult)]
#[expect(clippy::struct_field_names, reason = "fields are named as their columns")]
pub(crate) struct Thread {
    pub(crate) id: ThreadId,
    pub(crate) website_id: WebsiteId,
    pub(crate) thread_type: ThreadType,
    pub(crate) subject: Option<String>,
    pub(crate) order_id: Option<OrderId>,
    pub(crate) order_topic: Option<String>,
    pub(crate) order_status: Option<OrderStatus>,
    pub(crate) special_order_id: Option<SpecialOrderId>,
    pub(crate) class_bundle_id: Option<ClassBundleId>,
    pub(crate) sender_role: Option<Role>,
    pub(crate) recipient_role: Option<Role>,
    pub(crate) is_active: bool,
    pub(crate) allow_messaging: bool,
    pub(crate) admin_override: bool,
    pub(crate) created_at: DateTime<Utc>,
    pub(crate) updated_at: DateTime<Utc>,
    /// Messages that the viewer got and has not read.
    pub(crate) unread: i64,
    /// The newest message that the viewer may see.
    #[sea_orm(nested(prefix = "last_"))]
    pub(crate) last: Option<LastMessage>,
}

#[derive(Debug, FromQueryResult)]
pub(crate) struct LastMessage {
    pub(crate) id: MessageId,
    pub(crate) body: String,
    pub(crate) message_type: MessageType,
    pub(crate) is_read: bool,
    pub(crate) has_attachment: bool,
    pub(crate) recipient_role: Option<Role>,
    pub(crate) sent_at: DateTime<Utc>,
    #[sea_orm(nested(prefix = "sender_"))]
    pub(crate) sender: UserName,
}

/// Conversations and who takes part in each.
pub(crate) type Peopled = (Thread, Vec<UserName>);

#[derive(Debug, FromQueryResult)]
struct Participant {
    thread_id: ThreadId,
    #[sea_orm(nested(prefix = "person_"))]
    person: UserName,
}

/// The conversation `id`, if `viewer` sees it. Two statements.
pub(crate) async fn one(
    db: &impl ConnectionTrait,
    viewer: Viewer,
    id: ThreadId,
) -> Result<Option<Peopled>, DbErr> {
    let mut sql = Sql::default();
    let (seen, id) = (viewer.finds(&mut sql), sql.bind(id));
    let found = format!(
        "SELECT t.* FROM threads t LEFT JOIN orders o ON o.id = t.order_id WHERE t.id = {id} AND {seen}"
    );
    let text = with_columns(&mut sql, viewer, &found, "t.id");
    let threads = sql.all(db, &text).await?;
    Ok(with_people(db, threads).await?.pop())
}

/// The statement that shows the conversations which `found` selects, sorted by `order`.
pub(crate) fn with_columns(sql: &mut Sql, viewer: Viewer, found: &str, order: &str) -> String {
    let (seen, read, me) = (viewer.reads(sql), viewer.has_read(sql), sql.bind(viewer.id));
    let sender = person("last_sender", "s", "sp", "l.sender_role");
    format!(
        "SELECT t.id, t.website_id, t.thread_type, t.subject, t.order_id, o.topic AS order_topic,
            o.status AS order_status, t.special_order_id, t.class_bundle_id, t.sender_role, t.recipient_role,
            t.closed_at IS NULL AS is_active, t.allow_messaging, t.admin_override, t.created_at, t.updated_at,
            (SELECT count(*) FROM message_receipts r
                WHERE r.user_id = {me} AND r.thread_id = t.id AND r.read_at IS NULL) AS unread,
            l.id AS last_id, l.body AS last_body, l.message_type AS last_message_type,
            l.is_read AS last_is_read, l.attachment_file_id IS NOT NULL AS last_has_attachment,
            lr.role AS last_recipient_role, l.sent_at AS last_sent_at, {sender}
        FROM ({found}) t
        LEFT JOIN orders o ON o.id = t.order_id
        LEFT JOIN LATERAL (
            SELECT m.*, {read} AS is_read FROM messages m
            WHERE m.thread_id = t.id AND {seen}
            ORDER BY m.sent_at DESC, m.id DESC LIMIT 1
        ) l ON true
        LEFT JOIN users s ON s.id = l.sender_id
        LEFT JOIN writer_profiles sp ON sp.user_id = s.id
        LEFT JOIN users lr ON lr.id = l.recipient_id
        ORDER BY {order}"
    )
}

/// Adds those who have not left, first come first. One statement for any number of conversations.
pub(crate) async fn with_people(
    db: &impl ConnectionTrait,
    threads: Vec<Thread>,
) -> Result<Vec<Peopled>, DbErr> {
    if threads.is_empty() {
        return Ok(Vec::new());
    }
    let mut sql = Sql::default();
    let ids = sql.bind(threads.iter().map(|thread| thread.id.0).collect::<Vec<_>>());
    let text = format!(
        "SELECT p.thread_id, {} FROM thread_participants p
        JOIN users u ON u.id = p.user_id LEFT JOIN writer_profiles w ON w.user_id = u.id
        WHERE p.thread_id = ANY({ids}) AND p.left_at IS NULL ORDER BY p.joined_at, p.id",
        person("person", "u", "w", "p.role"),
    );
    let mut people: Vec<Participant> = sql.all(db, &text).await?;
    // Stable, so that each conversation keeps its order.
    people.sort_by_key(|participant| participant.thread_id);
    let of = |thread: Thread| {
        let from = people.partition_point(|participant| participant.thread_id < thread.id);
        let these = people[from..].iter().take_while(|participant| participant.thread_id == thread.id);
        let these = these.map(|participant| participant.person.clone()).collect();
        (thread, these)
    };
    Ok(threads.into_iter().map(of).collect())
}
