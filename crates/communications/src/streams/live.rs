//! A stream from its beginning to its end.

use std::{collections::VecDeque, convert::Infallible, time::Duration};

use axum::{
    http::{HeaderName, HeaderValue, header},
    response::{
        IntoResponse as _, Response,
        sse::{Event, KeepAlive, Sse},
    },
};
use chrono::{DateTime, Utc};
use futures::stream;
use serde_json::json;
use tally_auth::Listener;
use tally_cache::{Moved, Watch};
use tally_http::{ApiResult, AppState};
use tally_kernel::Clock;
use tokio::{
    sync::Semaphore,
    time::{Instant, sleep_until},
};

use super::seat::{RENEWED, Seat};

/// Between two looks of one stream.
const PACE: Duration = Duration::from_secs(1);
/// How long a program waits before it comes back.
const COME_BACK: Duration = Duration::from_secs(5);
const ALIVE: Duration = Duration::from_secs(15);
/// Streams that read at a time: those that wake together must not take every connection from the requests.
static READING: Semaphore = Semaphore::const_new(4);

/// The group of the tags that say whether somebody is signed in; those of a source come after it.
pub(super) const SIGNED_IN: u32 = 0;

/// What a stream shows.
pub(super) trait Source: Send {
    /// The events that are due after these tags moved, with their names; nothing more to come when there is nothing
    /// left to see.
    fn look(&mut self, app: &AppState, moved: Moved) -> impl Future<Output = ApiResult<Seen>> + Send;

    /// The tags it waits for, in groups of its own.
    fn tags(&self) -> Vec<(u32, String)>;
}

/// What a look found.
#[derive(Default)]
pub(super) struct Seen {
    pub(super) events: Vec<Event>,
    /// Nothing comes after these.
    pub(super) is_over: bool,
    /// To look again at these by then, although nothing moves.
    pub(super) again: Option<(Duration, Moved)>,
}

/// A stream that somebody listens to.
pub(super) struct Live<S> {
    app: AppState,
    source: S,
    listener: Listener,
    watch: Watch,
    seat: Seat,
    queue: VecDeque<Event>,
    pending: Moved,
    rested: Instant,
    renew: Instant,
    expires: Instant,
    again: Option<(Instant, Moved)>,
    has_ended: bool,
}

impl<S: Source + 'static> Live<S> {
    /// Begins to listen, and looks for the first time: what is refused is refused before the stream begins.
    pub(super) async fn open(app: AppState, listener: Listener, seat: Seat, source: S) -> ApiResult<Self> {
        let now = Instant::now();
        let expires = now + until(listener.expires_at);
        let mut live = Self {
            watch: app.cache.watch(),
            app,
            source,
            listener,
            seat,
            queue: VecDeque::from([Event::default().retry(COME_BACK)]),
            pending: Moved::ALL,
            rested: now,
            renew: now + RENEWED,
            expires,
            again: None,
            has_ended: false,
        };
        live.follow();
        Box::pin(live.look()).await?;
        Ok(live)
    }

    pub(super) fn answer(self) -> Response {
        let events = stream::unfold(self, async |mut live| {
            let event = live.next().await?;
            Some((Ok::<_, Infallible>(event), live))
        });
        let alive = KeepAlive::new().interval(ALIVE).text("keep-alive");
        let mut response = Sse::new(events).keep_alive(alive).into_response();
        for (name, value) in [
            (header::CONTENT_TYPE, "text/event-stream; charset=utf-8"),
            (header::CACHE_CONTROL, "no-cache"),
            (HeaderName::from_static("x-accel-buffering"), "no"),
        ] {
            response.headers_mut().insert(name, HeaderValue::from_static(value));
        }
        response
    }

    async fn next(&mut self) -> Option<Event> {
        loop {
            if let Some(event) = self.queue.pop_front() {
                return Some(event);
            }
            // What it had is given back: most streams are silent most of the time.
            self.queue.shrink_to_fit();
            if self.has_ended {
                return None;
            }
            self.wait().await;
        }
    }

    /// Waits for the next thing to do, and does it.
    async fn wait(&mut self) {
        let (again, what) = self.again.unwrap_or((self.expires, Moved::default()));
        let is_due = !self.pending.is_empty();
        tokio::select! {
            moved = self.watch.changed() => match moved {
                Some(moved) => self.pending = self.pending.and(moved),
                None => self.end("shutdown"),
            },
            () = sleep_until(self.rested), if is_due => {
                if let Err(error) = Box::pin(self.look()).await {
                    tracing::debug!(detail = error.detail(), "a stream looks again in a second");
                    self.rested = Instant::now() + PACE;
                }
            }
            () = sleep_until(again), if self.again.is_some() => {
                self.again = None;
                self.pending = self.pending.and(what);
            }
            () = sleep_until(self.renew) => {
                self.renew = Instant::now() + RENEWED;
                self.seat.renew().await;
            }
            () = sleep_until(self.expires) => self.end("token_expired"),
        }
    }

    async fn look(&mut self) -> ApiResult<()> {
        let moved = self.pending.and(self.watch.meanwhile());
        if moved.touches(Moved::group(SIGNED_IN)) && !self.listener.stands(&self.app).await? {
            self.end("signed_out");
            return Ok(());
        }
        let reading = READING.acquire().await;
        let seen = self.source.look(&self.app, moved).await;
        drop(reading);
        // Only now: what failed is looked at again.
        let Seen { events, is_over, again } = seen?;
        self.pending = Moved::default();
        self.again = again.map(|(after, what)| (Instant::now() + after, what));
        self.queue.extend(events);
        if is_over {
            self.end("closed");
            return Ok(());
        }
        self.rested = Instant::now() + PACE;
        self.follow();
        Ok(())
    }

    fn follow(&mut self) {
        let mut tags = self.source.tags();
        tags.extend(self.listener.tags().map(|tag| (SIGNED_IN, tag)));
        self.watch.follow(tags.iter().map(|(group, tag)| (*group, tag.as_str())));
    }

    fn end(&mut self, reason: &str) {
        let id = Clock::real().timestamp_micros().to_string();
        self.has_ended = true;
        self.queue.push_back(event("end", &id, &json!({ "reason": reason })));
    }
}

fn until(time: DateTime<Utc>) -> Duration {
    (time - Clock::real()).to_std().unwrap_or_default()
}

/// An event with one line of JSON.
pub(super) fn event(name: &str, id: &str, data: &impl serde::Serialize) -> Event {
    // What is shown here is made of texts, numbers and lists: JSON has room for all of them.
    let data = serde_json::to_string(data).unwrap_or_default();
    Event::default().event(name).id(id).data(data)
}
