//! A message as it is shown.

use chrono::{DateTime, Utc};
use serde::Serialize;
use serde_json::Value;
use tally_entity::{FileId, FileKind, MessageFlagId, MessageId, MessageType, Role, ThreadId, UserId};
use tally_http::UserRef;
use utoipa::ToSchema;

use crate::{
    messages::repository::message::{Attached, Flag, Message},
    names::{role_shown, shown},
    viewer::Viewer,
};

/// A message. Several names for the same, because its readers differ.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[expect(clippy::struct_excessive_bools, reason = "a message has these marks")]
pub(crate) struct MessageRow {
    #[schema(value_type = i64)]
    pub(crate) id: MessageId,
    #[schema(value_type = i64)]
    thread: ThreadId,
    sender: UserRef,
    #[schema(value_type = String)]
    sender_role: Role,
    sender_display_name: String,
    recipient: Option<UserRef>,
    #[schema(value_type = Option<String>)]
    recipient_role: Option<Role>,
    recipient_display_name: Option<String>,
    message: String,
    content: String,
    #[schema(value_type = String)]
    message_type: MessageType,
    #[schema(value_type = Option<i64>)]
    reply_to_id: Option<MessageId>,
    is_sender: bool,
    is_system: bool,
    is_internal_note: bool,
    is_flagged: bool,
    is_hidden: bool,
    contains_link: bool,
    is_link_approved: bool,
    link_url: Option<String>,
    link_domain: Option<String>,
    #[schema(value_type = Option<Object>)]
    link_preview: Option<Value>,
    #[schema(value_type = Option<Object>)]
    link_preview_json: Option<Value>,
    attachment: Option<MessageAttachment>,
    reactions: Vec<MessageReaction>,
    /// By the recipient, of the caller's own; by the caller, of others.
    is_read: bool,
    /// Who has read it; for staff.
    read_receipts: Vec<ReadReceipt>,
    /// Why it was stopped; for staff.
    flagged_message: Option<FlaggedMessage>,
    sent_at: DateTime<Utc>,
    created_at: DateTime<Utc>,
    edited_at: Option<DateTime<Utc>>,
}

/// The file of a message.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(crate) struct MessageAttachment {
    #[schema(value_type = i64)]
    id: FileId,
    filename: String,
    filetype: String,
    filesize: i64,
    extension: String,
    is_image: bool,
    url: String,
    /// Nothing: files are not opened.
    #[schema(value_type = Option<String>)]
    preview_url: Option<String>,
}

/// Who reacted to a message with one emoji.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub(crate) struct MessageReaction {
    reaction: String,
    count: usize,
    #[schema(value_type = Vec<i64>)]
    users: Vec<UserId>,
    /// Whether the caller is one of them.
    reacted: bool,
}

/// Somebody has read a message.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(crate) struct ReadReceipt {
    #[schema(value_type = i64)]
    user: UserId,
    username: String,
    read_at: DateTime<Utc>,
}

/// Why a message was stopped.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(crate) struct FlaggedMessage {
    #[schema(value_type = i64)]
    id: MessageFlagId,
    reason: String,
    is_unblocked: bool,
}

impl MessageRow {
    /// `origin` is where the caller finds this server.
    pub(crate) fn new(row: Message, viewer: Viewer, origin: &str) -> Self {
        let reactions = reactions(&row.reactions, &row.reacted_by, viewer.id);
        let read_receipts = row.read_by.iter().zip(row.read_by_names).zip(row.read_at);
        let read_receipts = read_receipts
            .map(|((user, username), read_at)| ReadReceipt { user: *user, username, read_at })
            .collect();
        let url = |file: Attached| MessageAttachment::new(file, &address(origin, row.thread_id, row.id));
        let (sender_role, is_sender) = (row.sender.role, row.sender.id == viewer.id);
        let sender = shown(viewer.role, row.sender);
        let recipient = row.recipient.map(|person| shown(viewer.role, person));
        Self {
            id: row.id,
            thread: row.thread_id,
            sender_display_name: sender.full_name.clone(),
            sender,
            sender_role: role_shown(viewer.role, sender_role),
            recipient_role: recipient.as_ref().map(|person| person.role),
            recipient_display_name: recipient.as_ref().map(|person| person.full_name.clone()),
            recipient,
            message: row.body.clone(),
            content: row.body,
            message_type: row.message_type,
            reply_to_id: row.reply_to_id,
            is_sender,
            is_system: row.is_system,
            is_internal_note: row.is_internal_note,
            is_flagged: row.is_flagged,
            is_hidden: row.is_hidden,
            contains_link: row.link_url.is_some(),
            is_link_approved: row.is_link_approved,
            link_url: row.link_url,
            link_domain: row.link_domain,
            link_preview: row.link_preview.clone(),
            link_preview_json: row.link_preview,
            attachment: row.attachment.map(url),
            reactions,
            is_read: row.is_read,
            read_receipts,
            flagged_message: row.flag.map(|Flag { id, reason, is_unblocked }| FlaggedMessage {
                id,
                reason,
                is_unblocked,
            }),
            sent_at: row.sent_at,
            created_at: row.sent_at,
            edited_at: row.edited_at,
        }
    }

    /// The same, gone: what is left says only that there was one.
    pub(crate) fn emptied(mut self) -> Self {
        self.message.clear();
        self.content.clear();
        self.is_hidden = true;
        (self.link_url, self.link_domain, self.link_preview, self.link_preview_json) =
            (None, None, None, None);
        self.contains_link = false;
        self.attachment = None;
        self.reactions.clear();
        self.flagged_message = None;
        self
    }
}

fn address(origin: &str, thread: ThreadId, message: MessageId) -> String {
    let base = "api/v1/order-communications/communication-threads";
    format!("{origin}/{base}/{thread}/communication-messages/{message}/download_attachment/")
}

/// By emoji, the first one first.
pub(super) fn reactions(emoji: &[String], by: &[UserId], viewer: UserId) -> Vec<MessageReaction> {
    let mut found: Vec<MessageReaction> = Vec::new();
    for (reaction, user) in emoji.iter().zip(by) {
        let reacted = *user == viewer;
        if let Some(known) = found.iter_mut().find(|known| known.reaction == *reaction) {
            known.count += 1;
            known.users.push(*user);
            known.reacted |= reacted;
        } else {
            found.push(MessageReaction { reaction: reaction.clone(), count: 1, users: vec![*user], reacted });
        }
    }
    found
}

impl MessageAttachment {
    fn new(file: Attached, url: &str) -> Self {
        let Attached { id, name, mime, size_bytes, kind } = file;
        let extension = name.rsplit_once('.').map(|(_, ending)| ending.to_lowercase()).unwrap_or_default();
        Self {
            id,
            filename: name,
            filetype: mime,
            filesize: size_bytes,
            extension,
            is_image: kind == FileKind::Image,
            url: url.to_owned(),
            preview_url: None,
        }
    }
}
