//! `GET /api/v1/notifications_system/unread-count`

use std::collections::BTreeMap;

use axum::extract::State;
use serde::Serialize;
use tally_auth::{Member, Own};
use tally_cache::{Policy, Reads};
use tally_db::Db;
use tally_http::{Answer, ApiResult, Problems, RefreshQuery, access::MEMBER};
use tally_kernel::Clock;
use utoipa::ToSchema;

use crate::notifications::repository::unread_count::{self, Unread};

static POLICY: Policy = Policy::new("notifications.unread", 30, &[Reads::Own("notifications", "user_id")]);

/// Notices that the caller has not read.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct NotificationsUnread {
    unread_count: i64,
    count: i64,
    /// The categories that have some.
    by_category: BTreeMap<String, i64>,
}

impl From<Vec<Unread>> for NotificationsUnread {
    fn from(rows: Vec<Unread>) -> Self {
        let unread_count = rows.iter().map(|row| row.notices).sum();
        let by_category = rows.into_iter().map(|Unread { area, notices }| (area, notices)).collect();
        Self { unread_count, count: unread_count, by_category }
    }
}

/// How many notices are new
#[utoipa::path(
    get,
    path = "/notifications_system/unread-count",
    tag = "communications",
    params(RefreshQuery),
    responses((status = OK, body = NotificationsUnread), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(MEMBER))),
)]
pub(crate) async fn get_notifications_unread_count(
    State(db): State<Db>,
    State(clock): State<Clock>,
    member: Own<Member>,
) -> ApiResult<Answer<NotificationsUnread>> {
    let (user, now) = (member.id, clock.now());
    let load = move || async move { unread_count::load(db.reads(), user, now).await.map(Into::into) };
    member.answer(&POLICY).load(load).await
}
