//! A conversation as it is shown.

use chrono::{DateTime, Utc};
use serde::Serialize;
use tally_entity::{
    ClassBundleId, MessageId, MessageType, OrderId, OrderStatus, Role, SpecialOrderId, ThreadId, ThreadType,
    UserId, WebsiteId, refs::UserName,
};
use tally_http::UserRef;
use utoipa::ToSchema;

use crate::{
    names::{role_shown, shown},
    threads::repository::thread::{LastMessage, Peopled, Thread},
    viewer::Viewer,
};

/// A conversation.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(crate) struct ThreadRow {
    #[schema(value_type = i64)]
    pub(crate) id: ThreadId,
    #[schema(value_type = String)]
    thread_type: ThreadType,
    subject: Option<String>,
    #[schema(value_type = Option<i64>)]
    order: Option<OrderId>,
    #[schema(value_type = Option<i64>)]
    order_id: Option<OrderId>,
    order_topic: Option<String>,
    #[schema(value_type = Option<String>)]
    order_status: Option<OrderStatus>,
    #[schema(value_type = Option<i64>)]
    special_order: Option<SpecialOrderId>,
    #[schema(value_type = Option<i64>)]
    class_bundle: Option<ClassBundleId>,
    #[schema(value_type = i64)]
    website_id: WebsiteId,
    #[schema(value_type = Option<String>)]
    sender_role: Option<Role>,
    #[schema(value_type = Option<String>)]
    recipient_role: Option<Role>,
    /// Who takes part and has not left, the caller included; first come first.
    participants: Vec<UserRef>,
    is_active: bool,
    allow_messaging: bool,
    admin_override: bool,
    /// Messages that the caller got and has not read.
    unread_count: i64,
    /// The newest one that the caller may see.
    last_message: Option<ThreadLastMessage>,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}

/// The newest message of a conversation.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(crate) struct ThreadLastMessage {
    #[schema(value_type = i64)]
    id: MessageId,
    message: String,
    content: String,
    #[schema(value_type = String)]
    message_type: MessageType,
    sender: UserRef,
    #[schema(value_type = String)]
    sender_role: Role,
    #[schema(value_type = Option<String>)]
    recipient_role: Option<Role>,
    is_sender: bool,
    is_read: bool,
    has_attachment: bool,
    sent_at: DateTime<Utc>,
    created_at: DateTime<Utc>,
}

/// Somebody who can be written to.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Recipient {
    #[schema(value_type = i64)]
    id: UserId,
    username: String,
    /// Null unless staff asks.
    email: Option<String>,
    #[schema(value_type = String)]
    role: Role,
}

impl Recipient {
    pub(crate) fn new(person: UserName, reader: Role) -> Self {
        let UserRef { id, username, email, full_name: _, role } = shown(reader, person);
        Self { id, username, email, role }
    }
}

impl ThreadRow {
    pub(crate) fn new((thread, people): Peopled, viewer: Viewer) -> Self {
        let reader = viewer.role;
        let Thread {
            id,
            website_id,
            thread_type,
            subject,
            order_id,
            order_topic,
            order_status,
            special_order_id: special_order,
            class_bundle_id: class_bundle,
            sender_role,
            recipient_role,
            is_active,
            allow_messaging,
            admin_override,
            created_at,
            updated_at,
            unread: unread_count,
            last,
        } = thread;
        Self {
            id,
            thread_type,
            subject,
            order: order_id,
            order_id,
            order_topic,
            order_status,
            special_order,
            class_bundle,
            website_id,
            sender_role: sender_role.map(|role| role_shown(reader, role)),
            recipient_role: recipient_role.map(|role| role_shown(reader, role)),
            participants: people.into_iter().map(|person| shown(reader, person)).collect(),
            is_active,
            allow_messaging,
            admin_override,
            unread_count,
            last_message: last.map(|last| ThreadLastMessage::new(last, viewer)),
            created_at,
            updated_at,
        }
    }
}

impl ThreadLastMessage {
    fn new(message: LastMessage, viewer: Viewer) -> Self {
        let LastMessage { id, body, message_type, is_read, has_attachment, recipient_role, sent_at, sender } =
            message;
        let (is_sender, sender_role) = (sender.id == viewer.id, sender.role);
        Self {
            id,
            message: body.clone(),
            content: body,
            message_type,
            sender: shown(viewer.role, sender),
            sender_role: role_shown(viewer.role, sender_role),
            recipient_role: recipient_role.map(|role| role_shown(viewer.role, role)),
            is_sender,
            is_read,
            has_attachment,
            sent_at,
            created_at: sent_at,
        }
    }
}
