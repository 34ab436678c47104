//! The newest conversations of somebody, whole, whenever one of them changes.

use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use tally_cache::Moved;
use tally_entity::{ThreadId, WebsiteScope};
use tally_http::{ApiResult, AppState};
use tally_kernel::Clock;

use super::live::{Seen, Source, event};
use crate::{
    threads::{
        handlers::row::ThreadRow,
        repository::list::{self, Key, Wanted},
    },
    viewer::Viewer,
};

const NEWEST: u64 = 100;
const CHANGES: u32 = 1;

/// The conversations of one person.
pub(super) struct Threads {
    viewer: Viewer,
    shown: Vec<ThreadId>,
    /// Of what was sent last: the same again is not sent.
    sent: Option<u64>,
    id: i64,
}

impl Threads {
    pub(super) fn of(viewer: Viewer) -> Self {
        Self { viewer, shown: Vec::new(), sent: None, id: 0 }
    }
}

impl Source for Threads {
    async fn look(&mut self, app: &AppState, moved: Moved) -> ApiResult<Seen> {
        if !moved.touches(Moved::group(CHANGES)) {
            return Ok(Seen::default());
        }
        let newest = vec![(Key::UpdatedAt, true)];
        let wanted = Wanted::default();
        let rows = list::page(app.db.reads(), self.viewer, &wanted, &newest, (NEWEST, 0)).await?;
        self.shown = rows.iter().map(|(thread, _)| thread.id).collect();
        let rows: Vec<_> = rows.into_iter().map(|row| ThreadRow::new(row, self.viewer)).collect();
        let data = serde_json::value::to_raw_value(&rows).map_err(tally_http::ApiError::internal)?;
        let mut hasher = DefaultHasher::new();
        data.get().hash(&mut hasher);
        let mut seen = Seen::default();
        if self.sent.replace(hasher.finish()) != self.sent || self.id == 0 {
            self.id = Clock::real().timestamp_micros().max(self.id + 1);
            seen.events.push(event("threads_update", &self.id.to_string(), &data));
        }
        Ok(seen)
    }

    /// Whoever sees a whole website hears of all of it; the others of their conversations, of messages to them, and
    /// of new conversations they are in.
    fn tags(&self) -> Vec<(u32, String)> {
        let Viewer { id, scope, .. } = self.viewer;
        let mut tags =
            vec![format!("message_receipts/user_id={id}"), format!("thread_participants/user_id={id}")];
        match scope {
            _ if !self.viewer.is_staff() => {
                let of = |thread: &ThreadId| {
                    [format!("threads/id={thread}"), format!("messages/thread_id={thread}")]
                };
                tags.extend(self.shown.iter().flat_map(of));
            }
            WebsiteScope::All => tags.extend(["threads".to_owned(), "messages".to_owned()]),
            WebsiteScope::One(site) => {
                tags.extend([format!("threads/website_id={site}"), format!("messages/website_id={site}")]);
            }
        }
        tags.into_iter().map(|tag| (CHANGES, tag)).collect()
    }
}
