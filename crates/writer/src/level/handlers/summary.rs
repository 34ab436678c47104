//! `GET /api/v1/writer-management/dashboard/summary`

mod answer;
mod parts;

use axum::extract::State;
use tally_auth::{Own, Writer};
use tally_cache::{Policy, Reads};
use tally_db::Db;
use tally_http::{Answer, ApiResult, Problems, RefreshQuery, access::WRITER};
use tally_kernel::Clock;

use self::answer::WriterSummary;
use crate::level::repository::summary;

static POLICY: Policy = Policy::new(
    "writer.summary",
    300,
    &[
        Reads::Own("users", "id"),
        Reads::Own("writer_profiles", "user_id"),
        Reads::Own("orders", "assigned_writer_id"),
        Reads::Own("order_assignments", "writer_id"),
        Reads::Own("reviews", "reviewed_user_id"),
        Reads::Own("tips", "writer_id"),
        Reads::Own("fines", "writer_id"),
        Reads::Own("writer_payments", "writer_id"),
        Reads::Whole("order_transitions"),
        Reads::Whole("writer_levels"),
    ],
);

/// What every page of the caller shows at its top
#[utoipa::path(
    get,
    path = "/writer-management/dashboard/summary",
    tag = "writer",
    params(RefreshQuery),
    responses((status = OK, body = WriterSummary), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(WRITER))),
)]
pub(crate) async fn get_writer_summary(
    State(db): State<Db>,
    State(clock): State<Clock>,
    writer: Own<Writer>,
) -> ApiResult<Answer<WriterSummary>> {
    let (id, now) = (writer.id, clock.now());
    let load = move || async move { Box::pin(summary::load(db.reads(), id, now)).await.map(Into::into) };
    writer.answer(&POLICY).load(load).await
}
