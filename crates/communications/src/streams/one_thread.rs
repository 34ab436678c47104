//! One conversation: its messages, who read them, and who types.

use std::collections::{BTreeMap, HashMap};

use axum::response::sse::Event;
use chrono::{DateTime, Utc};
use serde::Serialize;
use tally_cache::Moved;
use tally_entity::{MessageId, ThreadId, UserId};
use tally_http::{ApiResult, AppState};

use super::{
    live::{Seen, Source, event},
    repository::one_thread::{Change, is_later, load},
};
use crate::{
    messages::handlers::row::MessageRow,
    threads::{
        handlers::typing_status::TypingUser,
        repository::typing_status,
        typing::{self, others},
    },
    viewer::Viewer,
};

const CHANGES: u32 = 1;
const TYPING: u32 = 2;
/// Events of one transaction's number; more than these share the last id.
const SHARED: i64 = 1 << 12;

/// What somebody sees of one conversation.
pub(super) struct OneThread {
    viewer: Viewer,
    thread: ThreadId,
    origin: String,
    /// Everything of earlier transactions was sent.
    since: Option<i64>,
    /// What was sent of later ones: messages and receipts, by their versions.
    sent: HashMap<(MessageId, UserId), i64>,
    id: i64,
    was_open: bool,
    /// Whether the conversation was there at the last look.
    pub(super) is_seen: bool,
    typing: Vec<UserId>,
}

/// Somebody types, or stopped.
#[derive(Serialize)]
struct Typing {
    thread_id: ThreadId,
    typing_users: Vec<TypingUser>,
}

/// Makes an event of the id that it gets.
type Due = Box<dyn Fn(&str) -> Event + Send>;

/// Somebody read messages of the listener.
#[derive(Serialize)]
struct ReadNotice {
    thread_id: ThreadId,
    user_id: UserId,
    read_at: DateTime<Utc>,
    message_ids: Vec<MessageId>,
}

impl OneThread {
    /// `last` is the id of the last event that arrived before.
    pub(super) fn new(viewer: Viewer, thread: ThreadId, origin: String, last: Option<i64>) -> Self {
        Self {
            viewer,
            thread,
            origin,
            since: last.map(|id| id / SHARED),
            sent: HashMap::new(),
            id: last.unwrap_or(0),
            was_open: false,
            is_seen: false,
            typing: Vec::new(),
        }
    }

    /// An id that grows, and tells from which transaction on somebody has to ask again.
    fn next_id(&mut self) -> String {
        let upto = self.since.unwrap_or_default();
        let last = upto.saturating_mul(SHARED).saturating_add(SHARED - 1);
        self.id = (self.id + 1).clamp(upto.saturating_mul(SHARED), last);
        self.id.to_string()
    }

    async fn changes(&mut self, app: &AppState, seen: &mut Seen) -> ApiResult<()> {
        let db = app.db.reads();
        let mut rows = load(db, self.viewer, self.thread, self.since).await?;
        let upto = rows.first().map_or(0, |row| row.upto);
        if self.since.is_some_and(|since| since > upto) {
            // An id of another database: what it stands for is not known here.
            (self.since, self.id) = (None, 0);
            rows = load(db, self.viewer, self.thread, None).await?;
        }
        let is_open = rows.first().and_then(|row| row.is_open);
        seen.is_over = is_open.is_none() || (self.was_open && is_open == Some(false));
        (self.is_seen, self.was_open) = (is_open.is_some(), is_open == Some(true));
        let reads = self.reads(rows.first(), upto);
        let messages = self.messages(rows, upto);
        // Only now: this look asked from an earlier transaction on.
        self.sent.retain(|_, version| is_later(*version, upto));
        let mut due: Vec<Due> = Vec::new();
        if self.since.is_none() || !messages.is_empty() {
            due.push(Box::new(move |id| event("thread_messages", id, &messages)));
        }
        due.extend(
            reads.into_iter().map(|read| -> Due { Box::new(move |id| event("messages_read", id, &read)) }),
        );
        for left in (0..due.len()).rev() {
            // Whoever comes back before the last of them arrived has to get the others of this look again.
            if left == 0 {
                self.since = Some(upto);
            }
            let make = due.remove(0);
            seen.events.push(make(&self.next_id()));
        }
        self.since = Some(upto);
        Ok(())
    }

    /// Whether this version was not sent yet.
    fn is_news(&mut self, of: (MessageId, UserId), version: i64, upto: i64) -> bool {
        let known = self.sent.get(&of) == Some(&version);
        if !known && is_later(version, upto) {
            self.sent.insert(of, version);
        }
        !known
    }

    fn messages(&mut self, rows: Vec<Change>, upto: i64) -> Vec<MessageRow> {
        let mut found = Vec::new();
        for Change { message, version, is_gone, .. } in rows {
            let (Some(message), Some(version)) = (message, version) else { continue };
            if !self.is_news((message.id, UserId(0)), version, upto) {
                continue;
            }
            let row = MessageRow::new(message, self.viewer, &self.origin);
            found.push(if is_gone == Some(true) { row.emptied() } else { row });
        }
        found
    }

    fn reads(&mut self, row: Option<&Change>, upto: i64) -> Vec<ReadNotice> {
        let Some(row) = row else { return Vec::new() };
        let mut found: BTreeMap<(DateTime<Utc>, UserId), Vec<MessageId>> = BTreeMap::new();
        let whose = row.reader.iter().zip(&row.read_message);
        for ((user, message), (at, version)) in whose.zip(row.read_when.iter().zip(&row.read_version)) {
            if self.is_news((*message, *user), *version, upto) {
                found.entry((*at, *user)).or_default().push(*message);
            }
        }
        let read = |((read_at, user_id), message_ids)| ReadNotice {
            thread_id: self.thread,
            user_id,
            read_at,
            message_ids,
        };
        found.into_iter().map(read).collect()
    }

    async fn typing(&mut self, app: &AppState) -> ApiResult<(Option<Event>, Seen)> {
        let (typing, left) = others(&app.cache, self.thread, self.viewer.id).await;
        let mut seen = Seen { again: left.map(|left| (left, Moved::group(TYPING))), ..Seen::default() };
        if typing == self.typing {
            return Ok((None, seen));
        }
        let people = if typing.is_empty() {
            Some(Vec::new())
        } else {
            typing_status::load(app.db.reads(), self.viewer, self.thread, &typing).await?
        };
        let Some(people) = people else {
            seen.is_over = true;
            return Ok((None, seen));
        };
        self.typing = typing;
        let data = Typing { thread_id: self.thread, typing_users: TypingUser::all(people, self.viewer) };
        let id = self.next_id();
        Ok((Some(event("typing", &id, &data)), seen))
    }
}

impl Source for OneThread {
    async fn look(&mut self, app: &AppState, moved: Moved) -> ApiResult<Seen> {
        let mut changes = Seen::default();
        if moved.touches(Moved::group(CHANGES)) {
            self.changes(app, &mut changes).await?;
        }
        // Somebody who types may stop meanwhile, so this is looked at each time; it asks the database for new names.
        let (event, mut seen) = self.typing(app).await?;
        seen.is_over |= changes.is_over;
        seen.events = changes.events;
        seen.events.extend(event);
        Ok(seen)
    }

    fn tags(&self) -> Vec<(u32, String)> {
        let thread = self.thread;
        vec![
            (CHANGES, format!("threads/id={thread}")),
            (CHANGES, format!("messages/thread_id={thread}")),
            (CHANGES, format!("message_receipts/thread_id={thread}")),
            (CHANGES, format!("thread_participants/thread_id={thread}")),
            (TYPING, typing::tag(thread)),
        ]
    }
}
