//! Writing a message: those who take part, the message, its receipts, and what is kept about it.

use chrono::{DateTime, Utc};
use sea_orm::{DbErr, FromQueryResult, Set, entity::prelude::*};
use tally_entity::{
    FileId, FileKind, MessageId, MessageType, Role, ThreadId, UserId, WebsiteId, file, message,
};

use super::target::{Participant, Target};
use crate::{
    messages::screening::{Link, Screened},
    sql::Sql,
    viewer::Viewer,
};

/// A message about to be written.
#[derive(Debug)]
pub(crate) struct NewMessage {
    pub(crate) sender: Participant,
    pub(crate) recipient: Participant,
    pub(crate) text: String,
    pub(crate) message_type: MessageType,
    pub(crate) is_internal_note: bool,
    pub(crate) file: Option<FileId>,
    pub(crate) reply_to: Option<MessageId>,
    pub(crate) link: Option<Link>,
    /// The other side does not see it until it is released.
    pub(crate) is_stopped: bool,
    pub(crate) sent_at: DateTime<Utc>,
}

/// A file about to be written down.
#[derive(Debug)]
pub(crate) struct NewFile {
    pub(crate) storage_key: String,
    pub(crate) name: String,
    pub(crate) mime: String,
    pub(crate) size_bytes: i64,
    pub(crate) sha256: Vec<u8>,
    pub(crate) kind: FileKind,
}

#[derive(Debug, FromQueryResult)]
struct Word {
    word: String,
}

/// The words that may not be told on a website, in lower case.
pub(crate) async fn words(db: &impl ConnectionTrait, website: WebsiteId) -> Result<Vec<String>, DbErr> {
    let mut sql = Sql::default();
    let website = sql.bind(website);
    let text = format!(
        "SELECT lower(word) AS word FROM screened_words WHERE website_id = {website} OR website_id IS NULL"
    );
    Ok(sql.all::<Word>(db, &text).await?.into_iter().map(|row| row.word).collect())
}

/// Lets these people take part who do not.
pub(crate) async fn join(
    tx: &impl ConnectionTrait,
    target: &Target,
    people: [Participant; 2],
    now: DateTime<Utc>,
) -> Result<(), DbErr> {
    let mut sql = Sql::default();
    let (website, thread, now) = (sql.bind(target.website_id), sql.bind(target.id), sql.bind(now));
    let mut row = |person: Participant| {
        let (user, role) = (sql.bind(person.id), sql.bind(person.role.as_str()));
        format!("({website}::bigint, {thread}::bigint, {user}::bigint, {role}::text, {now}::timestamptz)")
    };
    let rows = people.map(&mut row).join(", ");
    let text = format!(
        "INSERT INTO thread_participants (website_id, thread_id, user_id, role, joined_at) VALUES {rows}
        ON CONFLICT (thread_id, user_id) DO UPDATE SET left_at = NULL, joined_at = excluded.joined_at
        WHERE thread_participants.left_at IS NOT NULL"
    );
    sql.run(tx, &text).await.map(|_| ())
}

/// Writes down that there is a file. Its content is not kept here.
pub(crate) async fn insert_file(
    tx: &impl ConnectionTrait,
    website: WebsiteId,
    uploader: UserId,
    new: NewFile,
) -> Result<FileId, DbErr> {
    let NewFile { storage_key, name, mime, size_bytes, sha256, kind } = new;
    let row = file::ActiveModel {
        website_id: Set(Some(website)),
        uploader_id: Set(Some(uploader)),
        storage_key: Set(storage_key),
        name: Set(name),
        mime: Set(mime),
        size_bytes: Set(size_bytes),
        sha256: Set(Some(sha256)),
        kind: Set(kind),
        ..Default::default()
    };
    Ok(file::Entity::insert(row).exec(tx).await?.last_insert_id)
}

/// Writes the message.
pub(crate) async fn insert(
    tx: &impl ConnectionTrait,
    target: &Target,
    new: &NewMessage,
) -> Result<MessageId, DbErr> {
    let link = new.link.as_ref();
    let row = message::ActiveModel {
        website_id: Set(target.website_id),
        thread_id: Set(target.id),
        sender_id: Set(new.sender.id),
        recipient_id: Set(Some(new.recipient.id)),
        sender_role: Set(new.sender.role),
        body: Set(new.text.clone()),
        message_type: Set(new.message_type),
        is_internal_note: Set(new.is_internal_note),
        attachment_file_id: Set(new.file),
        link_url: Set(link.map(|link| link.url.chars().take(2000).collect())),
        link_domain: Set(link.map(|link| link.domain.chars().take(255).collect())),
        is_link_approved: Set(link.is_some() && !new.is_stopped),
        is_hidden: Set(new.is_stopped),
        is_flagged: Set(new.is_stopped),
        visible_to_roles: Set(new.roles()),
        reply_to_id: Set(new.reply_to),
        sent_at: Set(new.sent_at),
        ..Default::default()
    };
    Ok(message::Entity::insert(row).exec(tx).await?.last_insert_id)
}

impl NewMessage {
    fn roles(&self) -> Vec<String> {
        let mut roles = vec![self.sender.role.to_string(), self.recipient.role.to_string()];
        roles.dedup();
        roles
    }
}

/// Why a message was stopped. A message that is stopped again waits for another review.
pub(crate) async fn flag(
    tx: &impl ConnectionTrait,
    website: WebsiteId,
    message: MessageId,
    screened: &Screened,
) -> Result<(), DbErr> {
    let mut sql = Sql::default();
    let reason = if screened.is_restricted { "restricted_content" } else { "link" };
    let (website, message) = (sql.bind(website), sql.bind(message));
    let (reason, matched) = (sql.bind(reason), sql.bind(screened.matched.clone()));
    let text = format!(
        "INSERT INTO message_flags (website_id, message_id, reason, matched)
        VALUES ({website}, {message}, {reason}, {matched})
        ON CONFLICT (message_id) DO UPDATE SET reason = excluded.reason, matched = excluded.matched,
            reviewed_by_id = NULL, reviewed_at = NULL, admin_comment = NULL, is_unblocked = false"
    );
    sql.run(tx, &text).await.map(|_| ())
}

/// One for each participant who may see the message.
pub(crate) async fn receipts(
    tx: &impl ConnectionTrait,
    target: &Target,
    message: MessageId,
    new: &NewMessage,
) -> Result<(), DbErr> {
    let mut sql = Sql::default();
    let (website, thread, message) = (sql.bind(target.website_id), sql.bind(target.id), sql.bind(message));
    let (sender, recipient, now) =
        (sql.bind(new.sender.id), sql.bind(new.recipient.id), sql.bind(new.sent_at));
    let (note, roles) = (sql.bind(new.is_internal_note), sql.bind(new.roles()));
    let text = format!(
        "INSERT INTO message_receipts
            (website_id, message_id, thread_id, user_id, delivery_status, delivered_at)
        SELECT {website}, {message}, {thread}, p.user_id, 'delivered', {now}
        FROM thread_participants p
        WHERE p.thread_id = {thread} AND p.left_at IS NULL AND p.user_id <> {sender}
            AND (p.role NOT IN ('client', 'writer')
                OR (NOT {note} AND (p.user_id = {recipient} OR p.role = ANY({roles}))))"
    );
    sql.run(tx, &text).await.map(|_| ())
}

/// The conversation moves to the front, and says who writes to whom.
pub(crate) async fn touch(
    tx: &impl ConnectionTrait,
    thread: ThreadId,
    (from, to): (Role, Role),
) -> Result<(), DbErr> {
    let mut sql = Sql::default();
    let (thread, from, to) = (sql.bind(thread), sql.bind(from.as_str()), sql.bind(to.as_str()));
    let text = format!("UPDATE threads SET sender_role = {from}, recipient_role = {to} WHERE id = {thread}");
    sql.run(tx, &text).await.map(|_| ())
}

/// Whether a message can be answered: `viewer` sees it in this conversation.
pub(crate) async fn is_seen(
    db: &impl ConnectionTrait,
    viewer: Viewer,
    (thread, message): (ThreadId, MessageId),
) -> Result<bool, DbErr> {
    let mut sql = Sql::default();
    let (seen, thread, message) = (viewer.reads(&mut sql), sql.bind(thread), sql.bind(message));
    let text =
        format!("SELECT m.id FROM messages m WHERE m.id = {message} AND m.thread_id = {thread} AND {seen}");
    Ok(sql.one::<Known>(db, &text).await?.is_some())
}

#[derive(Debug, FromQueryResult)]
struct Known {
    #[expect(dead_code, reason = "that there is a row says it")]
    id: MessageId,
}
