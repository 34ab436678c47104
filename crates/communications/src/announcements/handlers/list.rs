//! `GET /api/v1/announcements/announcements`

use axum::{Json, extract::State};
use serde::Deserialize;
use tally_auth::{Member, ScopeQuery, Scoped};
use tally_db::Db;
use tally_http::{ApiResult, Flag, Page, PageQuery, Paging, Params, Problems, access::MEMBER};
use tally_kernel::Clock;
use utoipa::IntoParams;

use super::row::{AnnouncementRow, reader};
use crate::announcements::repository::announcement::{self, Wanted};

/// Which announcements are wanted.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct AnnouncementsQuery {
    category: Option<String>,
    #[param(value_type = Option<bool>)]
    pinned: Option<Flag>,
    /// True leaves out what the caller has opened.
    #[serde(default)]
    #[param(value_type = Option<bool>)]
    unread: Flag,
    /// Beginnings of words of the title or the text.
    search: Option<String>,
}

impl From<AnnouncementsQuery> for Wanted {
    fn from(query: AnnouncementsQuery) -> Self {
        let AnnouncementsQuery { category, pinned, unread, search } = query;
        Self { category, is_pinned: pinned.map(|flag| flag.0), is_unread: unread.0, search }
    }
}

/// Announcements to the caller, the pinned ones first
#[utoipa::path(
    get,
    path = "/announcements/announcements",
    tag = "communications",
    params(ScopeQuery, AnnouncementsQuery, PageQuery),
    responses((status = OK, body = Page<AnnouncementRow>), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(MEMBER))),
)]
pub(crate) async fn list_announcements(
    State(db): State<Db>,
    State(clock): State<Clock>,
    member: Scoped<Member>,
    paging: Paging<100, 20>,
    Params(query): Params<AnnouncementsQuery>,
) -> ApiResult<Json<Page<AnnouncementRow>>> {
    let (reader, wanted) = (reader(&member, &clock), query.into());
    let (count, rows) =
        announcement::load(db.reads(), reader, &wanted, paging.limit(), paging.offset()).await?;
    let rows = rows.into_iter().map(|row| AnnouncementRow::new(row, member.role)).collect();
    Ok(Json(paging.page(count, rows)))
}
