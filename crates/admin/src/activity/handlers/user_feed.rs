//! `GET /api/v1/activity/user-feed`

use axum::{Json, extract::State};
use tally_auth::{Member, ScopeQuery, Scoped};
use tally_db::Db;
use tally_entity::Role;
use tally_http::{ApiResult, Page, PageQuery, Params, Problems, access::MEMBER};
use tally_kernel::Clock;

use super::{
    activity_logs::page,
    query::{self, EntriesQuery, Pages},
    row::EntryRow,
};
use crate::activity::repository::visible::Visible;

/// What the caller did, and what was done to his orders
#[utoipa::path(
    get,
    path = "/activity/user-feed",
    tag = "activity",
    params(ScopeQuery, EntriesQuery, PageQuery),
    responses((status = OK, body = Page<EntryRow>), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(MEMBER))),
)]
pub(crate) async fn get_user_feed(
    State(db): State<Db>,
    State(clock): State<Clock>,
    member: Scoped<Member>,
    paging: Pages,
    Params(query): Params<EntriesQuery>,
) -> ApiResult<Json<Page<EntryRow>>> {
    page(&db, clock, &member, visible(&member), paging, query).await
}

fn visible(member: &Scoped<Member>) -> Visible {
    match member.role {
        Role::Client => Visible::OwnAndPlaced(member.id),
        Role::Writer => Visible::OwnAndAssigned(member.id),
        Role::Superadmin | Role::Admin | Role::Editor | Role::Support => query::visible(member),
    }
}
