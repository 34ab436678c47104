//! `GET /api/v1/writer-management/dashboard/level`

mod answer;

use axum::extract::State;
use tally_auth::{Own, Writer};
use tally_cache::{Policy, Reads};
use tally_db::Db;
use tally_http::{Answer, ApiResult, Problems, RefreshQuery, access::WRITER};
use tally_kernel::Clock;

use self::answer::WriterLevelAnswer;
pub(crate) use self::answer::{LevelRow, NextLevel};
use crate::level::repository::level;

static POLICY: Policy = Policy::new(
    "writer.level",
    300,
    &[
        Reads::Own("users", "id"),
        Reads::Own("writer_profiles", "user_id"),
        Reads::Own("orders", "assigned_writer_id"),
        Reads::Own("order_assignments", "writer_id"),
        Reads::Own("reviews", "reviewed_user_id"),
        Reads::Whole("order_transitions"),
        Reads::Whole("writer_levels"),
        Reads::Whole("writer_performance_snapshots"),
    ],
);

/// The caller's level, what he has done, and what the next level asks for
#[utoipa::path(
    get,
    path = "/writer-management/dashboard/level",
    tag = "writer",
    params(RefreshQuery),
    responses((status = OK, body = WriterLevelAnswer), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(WRITER))),
)]
pub(crate) async fn get_writer_level(
    State(db): State<Db>,
    State(clock): State<Clock>,
    writer: Own<Writer>,
) -> ApiResult<Answer<WriterLevelAnswer>> {
    let (id, now) = (writer.id, clock.now());
    let load = move || async move { level::load(db.reads(), id, now).await.map(Into::into) };
    writer.answer(&POLICY).load(load).await
}
