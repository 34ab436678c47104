//! `GET /api/v1/writer-management/dashboard/badges`

mod answer;

use axum::extract::State;
use tally_auth::{Own, Writer};
use tally_cache::{Policy, Reads};
use tally_db::Db;
use tally_http::{Answer, ApiResult, Problems, RefreshQuery, access::WRITER};

use self::answer::WriterBadges;
use crate::level::repository::badges;

static POLICY: Policy = Policy::new(
    "writer.badges",
    300,
    &[Reads::Own("user_badges", "user_id"), Reads::Whole("badges"), Reads::Own("users", "id")],
);

/// The caller's badges, and those he can get
#[utoipa::path(
    get,
    path = "/writer-management/dashboard/badges",
    tag = "writer",
    params(RefreshQuery),
    responses((status = OK, body = WriterBadges), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(WRITER))),
)]
pub(crate) async fn get_writer_badges(
    State(db): State<Db>,
    writer: Own<Writer>,
) -> ApiResult<Answer<WriterBadges>> {
    let id = writer.id;
    let load = move || async move {
        let (awarded, available) = badges::load(db.reads(), id).await?;
        Ok(WriterBadges::new(awarded, available))
    };
    writer.answer(&POLICY).load(load).await
}
