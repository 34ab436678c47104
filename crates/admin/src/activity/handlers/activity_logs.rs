//! `GET /api/v1/activity/activity-logs`

use axum::{Json, extract::State};
use tally_auth::{Member, ScopeQuery, Scoped};
use tally_db::Db;
use tally_http::{ApiResult, Page, PageQuery, Params, Problems, access::MEMBER};
use tally_kernel::Clock;

use super::{
    query::{EntriesQuery, Pages, visible},
    row::EntryRow,
};
use crate::activity::repository::{entries, visible::Visible};

/// What the caller and those he looks after did
#[utoipa::path(
    get,
    path = "/activity/activity-logs",
    tag = "activity",
    params(ScopeQuery, EntriesQuery, PageQuery),
    responses((status = OK, body = Page<EntryRow>), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(MEMBER))),
)]
pub(crate) async fn get_activity_logs(
    State(db): State<Db>,
    State(clock): State<Clock>,
    member: Scoped<Member>,
    paging: Pages,
    Params(query): Params<EntriesQuery>,
) -> ApiResult<Json<Page<EntryRow>>> {
    page(&db, clock, &member, visible(&member), paging, query).await
}

/// A page of what is visible to this member.
pub(super) async fn page(
    db: &Db,
    clock: Clock,
    member: &Member,
    visible: Visible,
    paging: Pages,
    query: EntriesQuery,
) -> ApiResult<Json<Page<EntryRow>>> {
    let (pages, wanted) = (query.pages(paging), query.wanted(clock.now()));
    let (count, rows) = entries::load(db.reads(), visible, &wanted, pages.limit(), pages.offset()).await?;
    Ok(Json(pages.page(count, rows.into_iter().map(|row| EntryRow::seen_by(member, row)).collect())))
}
