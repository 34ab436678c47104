//! `GET /api/v1/announcements/announcements/unread_count`

use axum::extract::State;
use serde::Serialize;
use tally_auth::{Member, ScopeQuery, Scoped};
use tally_cache::{Policy, Reads};
use tally_db::Db;
use tally_http::{Answer, ApiResult, Problems, RefreshQuery, access::MEMBER};
use tally_kernel::Clock;
use utoipa::ToSchema;

use crate::announcements::repository::unread_count;

/// Announcements on every website concern those of each, so the table is read whole.
static POLICY: Policy = Policy::new(
    "announcements.unread",
    30,
    &[Reads::Whole("broadcasts"), Reads::Own("broadcast_views", "user_id")],
);

/// Announcements that the caller has not opened.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct AnnouncementsUnread {
    unread_count: i64,
}

/// How many announcements are new
#[utoipa::path(
    get,
    path = "/announcements/announcements/unread_count",
    tag = "communications",
    params(ScopeQuery, RefreshQuery),
    responses((status = OK, body = AnnouncementsUnread), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(MEMBER))),
)]
pub(crate) async fn get_announcements_unread_count(
    State(db): State<Db>,
    State(clock): State<Clock>,
    member: Scoped<Member>,
) -> ApiResult<Answer<AnnouncementsUnread>> {
    let (scope, user, role, now) = (member.scope, member.id, member.role, clock.now());
    let load = move || async move {
        let unread_count = unread_count::load(db.reads(), scope, user, role, now).await?;
        Ok(AnnouncementsUnread { unread_count })
    };
    member.answer(&POLICY).with(user).with(role).load(load).await
}
