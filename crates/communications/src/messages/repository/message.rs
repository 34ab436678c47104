//! A message as somebody sees it.

use chrono::{DateTime, Utc};
use sea_orm::{DbErr, FromQueryResult, entity::prelude::*};
use tally_entity::{
    FileId, FileKind, MessageFlagId, MessageId, MessageType, ThreadId, UserId, refs::UserName,
};

use crate::{
    sql::{Sql, person},
    viewer::Viewer,
};

#[derive(Clone, Debug, FromQueryResult)]
#[expect(clippy::struct_excessive_bools, reason = "a row has the flags that its table has")]
#[expect(clippy::struct_field_names, reason = "fields are named as their columns")]
pub(crate) struct Message {
    pub(crate) id: MessageId,
    pub(crate) thread_id: ThreadId,
    pub(crate) body: String,
    pub(crate) message_type: MessageType,
    pub(crate) reply_to_id: Option<MessageId>,
    pub(crate) is_system: bool,
    pub(crate) is_internal_note: bool,
    pub(crate) is_flagged: bool,
    pub(crate) is_hidden: bool,
    pub(crate) is_link_approved: bool,
    pub(crate) link_url: Option<String>,
    pub(crate) link_domain: Option<String>,
    pub(crate) link_preview: Option<Json>,
    pub(crate) sent_at: DateTime<Utc>,
    pub(crate) edited_at: Option<DateTime<Utc>>,
    pub(crate) is_read: bool,
    /// Reactions in the order they came, and whose each is.
    pub(crate) reactions: Vec<String>,
    pub(crate) reacted_by: Vec<UserId>,
    /// Who has read it and when; for staff only.
    pub(crate) read_by: Vec<UserId>,
    pub(crate) read_by_names: Vec<String>,
    pub(crate) read_at: Vec<DateTime<Utc>>,
    #[sea_orm(nested(prefix = "sender_"))]
    pub(crate) sender: UserName,
    #[sea_orm(nested(prefix = "recipient_"))]
    pub(crate) recipient: Option<UserName>,
    #[sea_orm(nested(prefix = "attachment_"))]
    pub(crate) attachment: Option<Attached>,
    /// Why it was stopped; for staff only.
    #[sea_orm(nested(prefix = "flag_"))]
    pub(crate) flag: Option<Flag>,
}

#[derive(Clone, Debug, FromQueryResult)]
pub(crate) struct Attached {
    pub(crate) id: FileId,
    pub(crate) name: String,
    pub(crate) mime: String,
    pub(crate) size_bytes: i64,
    pub(crate) kind: FileKind,
}

#[derive(Clone, Debug, FromQueryResult)]
pub(crate) struct Flag {
    pub(crate) id: MessageFlagId,
    pub(crate) reason: String,
    pub(crate) is_unblocked: bool,
}

/// A message of a conversation that `viewer` sees.
pub(crate) async fn one(
    db: &impl ConnectionTrait,
    viewer: Viewer,
    thread: ThreadId,
    id: MessageId,
) -> Result<Option<Message>, DbErr> {
    let mut sql = Sql::default();
    let (seen, thread, id) = (viewer.reads(&mut sql), sql.bind(thread), sql.bind(id));
    let found = format!("SELECT m.* FROM messages m WHERE m.thread_id = {thread} AND m.id = {id} AND {seen}");
    let (columns, tables) = shown(&mut sql, viewer);
    sql.one(db, &format!("SELECT {columns} FROM ({found}) m {tables}")).await
}

/// The columns of a message `m`, and the tables they come from. Reactions and receipts come as arrays, so that a page
/// of messages takes one statement.
pub(crate) fn shown(sql: &mut Sql, viewer: Viewer) -> (String, String) {
    let read = viewer.has_read(sql);
    let (sender, recipient) =
        (person("sender", "s", "sp", "m.sender_role"), person("recipient", "rc", "rp", "rc.role"));
    let columns = format!(
        "m.id, m.thread_id, m.body, m.message_type, m.reply_to_id, m.is_system, m.is_internal_note, m.is_flagged,
        m.is_hidden, m.is_link_approved, m.link_url, m.link_domain, m.link_preview, m.sent_at, m.edited_at,
        {read} AS is_read, x.reactions, x.reacted_by, y.read_by, y.read_by_names, y.read_at, {sender}, {recipient},
        f.id AS attachment_id, f.name AS attachment_name, f.mime AS attachment_mime,
        f.size_bytes AS attachment_size_bytes, f.kind AS attachment_kind,
        g.id AS flag_id, g.reason AS flag_reason, g.is_unblocked AS flag_is_unblocked"
    );
    let (receipts, flagged) =
        if viewer.is_staff() { (RECEIPTS, "g.message_id = m.id") } else { (NO_RECEIPTS, "false") };
    let tables = format!(
        "LEFT JOIN users s ON s.id = m.sender_id LEFT JOIN writer_profiles sp ON sp.user_id = s.id
        LEFT JOIN users rc ON rc.id = m.recipient_id LEFT JOIN writer_profiles rp ON rp.user_id = rc.id
        LEFT JOIN files f ON f.id = m.attachment_file_id AND f.deleted_at IS NULL
        LEFT JOIN message_flags g ON {flagged}
        LEFT JOIN LATERAL ({REACTIONS}) x ON true LEFT JOIN LATERAL ({receipts}) y ON true"
    );
    (columns, tables)
}

const REACTIONS: &str = "SELECT coalesce(array_agg(c.reaction::text ORDER BY c.id), '{}') AS reactions,
    coalesce(array_agg(c.user_id ORDER BY c.id), '{}') AS reacted_by
    FROM message_reactions c WHERE c.message_id = m.id";

const RECEIPTS: &str = "SELECT coalesce(array_agg(r.user_id ORDER BY r.read_at, r.id), '{}') AS read_by,
    coalesce(array_agg(u.username::text ORDER BY r.read_at, r.id), '{}') AS read_by_names,
    coalesce(array_agg(r.read_at ORDER BY r.read_at, r.id), '{}') AS read_at
    FROM message_receipts r JOIN users u ON u.id = r.user_id
    WHERE r.message_id = m.id AND r.read_at IS NOT NULL";

const NO_RECEIPTS: &str = "SELECT '{}'::bigint[] AS read_by, '{}'::text[] AS read_by_names,
    '{}'::timestamptz[] AS read_at";
