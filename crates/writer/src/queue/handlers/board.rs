//! `GET /api/v1/writer-management/dashboard/queue`

mod answer;
mod orders;

use axum::extract::State;
use tally_auth::{Own, Writer};
use tally_cache::{Policy, Reads};
use tally_db::Db;
use tally_http::{Answer, ApiResult, Problems, RefreshQuery, access::WRITER};
use tally_kernel::Clock;

use self::answer::QueueAnswer;
use crate::queue::repository::board;

static POLICY: Policy = Policy::new(
    "writer.queue",
    120,
    &[
        // Whatever order may come into the pool or leave it.
        Reads::Whole("orders"),
        Reads::Whole("order_pricing_snapshots"),
        Reads::Own("preferred_writer_responses", "writer_id"),
        Reads::Own("order_requests", "writer_id"),
        Reads::Own("order_change_requests", "requested_by_id"),
        Reads::Own("writer_profiles", "user_id"),
        Reads::Own("writer_subject_preferences", "writer_id"),
        Reads::Whole("writer_levels"),
        Reads::Whole("writer_configs"),
        Reads::Whole("subjects"),
        Reads::Whole("work_types"),
        Reads::Whole("paper_types"),
    ],
);

/// What the caller could write next
#[utoipa::path(
    get,
    path = "/writer-management/dashboard/queue",
    tag = "writer",
    params(RefreshQuery),
    responses((status = OK, body = QueueAnswer), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(WRITER))),
)]
pub(crate) async fn get_writer_queue(
    State(db): State<Db>,
    State(clock): State<Clock>,
    writer: Own<Writer>,
) -> ApiResult<Answer<QueueAnswer>> {
    let (id, website, now) = (writer.id, writer.website_id, clock.now());
    let load = move || async move {
        let board = board::load(db.reads(), id, website).await?;
        Ok(QueueAnswer::new(board, now))
    };
    writer.answer(&POLICY).load(load).await
}
