//! Sending a message: to whom, whether it may be sent, and all that is written with it.

use sea_orm::ConnectionTrait;
use serde_json::json;
use tally_auth::{
    audit::Actor,
    notice::{Event, Notice, notify, renew, staff_of},
};
use tally_entity::{FileId, FileKind, MessageId, MessageType, Role, ThreadId, UserId};
use tally_http::{ApiError, ApiResult};
use tally_kernel::Clock;

use super::{
    repository::{
        recipient,
        target::{self, Participant, Target},
        write::{self, NewFile, NewMessage},
    },
    screening::{Screened, first_link, screen},
};
use crate::{threads::handlers::no_thread, viewer::Viewer};

/// The text of a message that is only a file.
const ONLY_A_FILE: &str = "📎 File attachment";
/// Characters of a message that its notice shows.
const PREVIEW: usize = 140;

/// What somebody wants to send.
#[derive(Debug, Default)]
pub(crate) struct Draft {
    /// Without one, whoever is on the other side.
    pub(crate) to: Option<UserId>,
    pub(crate) text: String,
    pub(crate) is_internal_note: bool,
    pub(crate) reply_to: Option<MessageId>,
    pub(crate) file: Option<NewFile>,
}

/// A message that may be sent. The conversation is locked until the transaction ends.
#[derive(Debug)]
pub(crate) struct Ready {
    viewer: Viewer,
    target: Target,
    recipient: Participant,
    draft: Draft,
}

/// The name under which somebody is told of the messages of a conversation.
pub(crate) fn notice_key(thread: ThreadId) -> String {
    format!("message:{thread}")
}

/// Looks whether it may be sent. Nothing is written.
pub(crate) async fn check(
    tx: &impl ConnectionTrait,
    viewer: Viewer,
    thread: ThreadId,
    draft: Draft,
) -> ApiResult<Ready> {
    if draft.text.is_empty() && draft.file.is_none() {
        return Err(ApiError::invalid("/message", "Please enter a message or attach a file."));
    }
    if draft.is_internal_note && !viewer.is_staff() {
        return Err(ApiError::invalid("/is_internal_note", "is for staff only"));
    }
    let target = target::lock(tx, viewer, thread).await?.ok_or_else(no_thread)?;
    if !target.takes_messages() {
        return Err(closed());
    }
    if let Some(message) = draft.reply_to
        && !write::is_seen(tx, viewer, (thread, message)).await?
    {
        return Err(ApiError::not_found("There is no such message to answer."));
    }
    let found = match draft.to {
        Some(id) => recipient::find(tx, viewer, &target, id).await?,
        None => other_side(tx, viewer, &target).await?,
    };
    let recipient = found.ok_or_else(|| match draft.to {
        Some(_) => ApiError::invalid("/recipient", "takes no part in this conversation"),
        None => ApiError::invalid("/recipient", "is needed: there is nobody else in this conversation"),
    })?;
    Ok(Ready { viewer, target, recipient, draft })
}

/// 409: nobody may write there.
pub(crate) fn closed() -> ApiError {
    ApiError::conflict("This conversation is closed.")
}

/// Who is meant when nobody is named.
async fn other_side(
    tx: &impl ConnectionTrait,
    viewer: Viewer,
    target: &Target,
) -> ApiResult<Option<Participant>> {
    let mut people = target::participants(tx, target.id).await?;
    people.retain(|person| person.id != viewer.id);
    let is = |person: &Participant, id: Option<UserId>| Some(person.id) == id;
    let of_work = |id| people.iter().find(|person| is(person, id)).copied();
    let named = if viewer.is_staff() && people.len() > 1 {
        of_work(target.client_id).or_else(|| of_work(target.writer_id))
    } else {
        None
    };
    if let Some(person) = named.or_else(|| people.first().copied()) {
        return Ok(Some(person));
    }
    let (client, writer) = (target.client_id, target.writer_id);
    let other = match viewer.role {
        Role::Client => writer,
        Role::Writer => client,
        _ => client.or(writer),
    };
    match other {
        Some(id) => Ok(recipient::find(tx, viewer, target, id).await?),
        None => Ok(None),
    }
}

/// Writes it, and everything that belongs to it.
pub(crate) async fn send(tx: &impl ConnectionTrait, ready: Ready, clock: &Clock) -> ApiResult<MessageId> {
    let Ready { viewer, target, recipient, draft } = ready;
    // The conversation is locked, so later messages get later times.
    let now = clock.now();
    let sender = Participant { id: viewer.id, role: viewer.role };
    write::join(tx, &target, [sender, recipient], now).await?;
    let screened = screened(tx, viewer.role, &target, &draft.text).await?;
    let kind = draft.file.as_ref().map(|file| file.kind);
    let file = match draft.file {
        Some(file) => Some(write::insert_file(tx, target.website_id, viewer.id, file).await?),
        None => None,
    };
    let new = NewMessage {
        sender,
        recipient,
        text: if draft.text.is_empty() { ONLY_A_FILE.to_owned() } else { screened.text.clone() },
        message_type: message_type(&screened, viewer.role, kind.zip(file)),
        is_internal_note: draft.is_internal_note,
        file,
        reply_to: draft.reply_to,
        link: screened.link.clone(),
        is_stopped: !screened.matched.is_empty(),
        sent_at: now,
    };
    let id = write::insert(tx, &target, &new).await?;
    write::touch(tx, target.id, (sender.role, recipient.role)).await?;
    if new.is_stopped {
        write::flag(tx, target.website_id, id, &screened).await?;
        tell_of_flag(tx, viewer.into(), &target, id).await?;
    } else {
        write::receipts(tx, &target, id, &new).await?;
        tell(tx, viewer.into(), &target, id, &new).await?;
    }
    Ok(id)
}

/// The text as the others may see it. Staff says what it likes.
pub(crate) async fn screened(
    tx: &impl ConnectionTrait,
    author: Role,
    target: &Target,
    text: &str,
) -> ApiResult<Screened> {
    if is_screened(author) {
        return Ok(screen(text, &write::words(tx, target.website_id).await?));
    }
    Ok(Screened { text: text.to_owned(), link: first_link(text), ..Screened::default() })
}

fn is_screened(role: Role) -> bool {
    matches!(role, Role::Client | Role::Writer)
}

fn message_type(screened: &Screened, author: Role, file: Option<(FileKind, FileId)>) -> MessageType {
    match file {
        _ if screened.link.is_some() && is_screened(author) => MessageType::Link,
        Some((FileKind::Image, _)) => MessageType::Image,
        Some(_) => MessageType::File,
        None => MessageType::Text,
    }
}

/// One notice for each conversation, which becomes new with each message.
async fn tell(
    tx: &impl ConnectionTrait,
    actor: Actor,
    target: &Target,
    message: MessageId,
    new: &NewMessage,
) -> ApiResult<()> {
    let is_kept_from = new.is_internal_note && is_screened(new.recipient.role);
    if is_kept_from || !target.notifications_enabled {
        return Ok(());
    }
    let mut body: String = new.text.chars().take(PREVIEW).collect();
    if body.len() < new.text.len() {
        body.push('…');
    }
    let notice = notice(Event::MessageReceived, body, target, message);
    renew(tx, actor, new.recipient.id, notice, &notice_key(target.id)).await?;
    Ok(())
}

/// Those who can release it.
pub(crate) async fn tell_of_flag(
    tx: &impl ConnectionTrait,
    actor: Actor,
    target: &Target,
    message: MessageId,
) -> ApiResult<()> {
    let people = staff_of(tx, target.website_id, &[Role::Superadmin, Role::Admin]).await?;
    let body = format!("Message {message} waits for a review.");
    let notice = notice(Event::MessageFlagged, body, target, message);
    notify(tx, actor, people.into_iter().map(|user| (user, notice.clone()))).await?;
    Ok(())
}

fn notice(event: Event, body: String, target: &Target, message: MessageId) -> Notice {
    let link = target.order_id.map_or_else(|| "/messages".to_owned(), |order| format!("/orders/{order}"));
    Notice {
        event,
        body,
        link: Some(link),
        payload: json!({ "thread_id": target.id, "message_id": message, "order_id": target.order_id }),
        website: Some(target.website_id),
    }
}
