//! `GET /api/v1/notifications_system/notifications/feed`

mod notice;
mod query;

use axum::extract::State;
use chrono::{DateTime, Utc};
use serde::Serialize;
use tally_auth::{Member, Own};
use tally_cache::{Policy, Reads};
use tally_db::{Db, unmetered};
use tally_entity::{Role, UserId};
use tally_http::{Answer, ApiResult, Origin, Params, Problems, RefreshQuery, access::MEMBER};
use tally_kernel::Clock;
use utoipa::ToSchema;

pub(super) use self::notice::NotificationRow;
use self::query::{FeedQuery, Slice};
use crate::notifications::repository::{
    feed::{self, Counts, Notice},
    seen,
};

static POLICY: Policy = Policy::new(
    "notifications.feed",
    30,
    &[Reads::Own("notifications", "user_id"), Reads::Whole("users"), Reads::Whole("writer_profiles")],
);

/// The caller's notices.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct NotificationsFeed {
    results: Vec<NotificationRow>,
    /// Rows that match.
    count: i64,
    total: i64,
    /// All that are not read.
    unread_count: i64,
    /// Address of the rows after these.
    next: Option<String>,
    /// Address of the rows before these.
    previous: Option<String>,
    /// When the list was opened last, before this.
    last_seen_at: Option<DateTime<Utc>>,
    fetched_at: DateTime<Utc>,
}

impl NotificationsFeed {
    fn new(loaded: (Counts, Vec<Notice>), slice: &Slice, reader: Role, now: DateTime<Utc>) -> Self {
        let (Counts { wanted, unread, seen_at }, notices) = loaded;
        Self {
            results: notices.into_iter().map(|notice| NotificationRow::new(notice, reader)).collect(),
            count: wanted,
            total: wanted,
            unread_count: unread,
            next: slice.next(wanted),
            previous: slice.previous(),
            last_seen_at: seen_at,
            fetched_at: now,
        }
    }
}

/// The caller's notices, the pinned ones first
#[utoipa::path(
    get,
    path = "/notifications_system/notifications/feed",
    tag = "communications",
    params(RefreshQuery, FeedQuery),
    responses((status = OK, body = NotificationsFeed), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(MEMBER))),
)]
pub(crate) async fn get_notifications_feed(
    State(db): State<Db>,
    State(clock): State<Clock>,
    Origin(origin): Origin,
    member: Own<Member>,
    Params(query): Params<FeedQuery>,
) -> ApiResult<Answer<NotificationsFeed>> {
    let (user, role, now) = (member.id, member.role, clock.now());
    let slice = Slice::new(origin, query);
    let is_first = slice.is_first();
    let lookup = member.answer(&POLICY).with(role).with(&slice);
    let reads = db.clone();
    let load = move || async move {
        let (limit, offset) = (slice.limit(), slice.offset());
        let loaded = feed::load(reads.reads(), user, &slice.wanted, limit, offset, now).await?;
        Ok(NotificationsFeed::new(loaded, &slice, role, now))
    };
    let answer = lookup.load(load).await?;
    if is_first {
        note_seen(&db, user, now).await;
    }
    Ok(answer)
}

/// No part of the answer, so it is neither counted among its statements nor a reason to refuse it.
async fn note_seen(db: &Db, user: UserId, now: DateTime<Utc>) {
    let note = async {
        let tx = db.write().await?;
        seen::note(&*tx, user, now).await?;
        tx.commit().await
    };
    if let Err(error) = unmetered(note).await {
        tracing::warn!(%error, "when the notices were opened is not noted");
    }
}
