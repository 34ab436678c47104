//! `GET /api/v1/writer-management/dashboard/performance`

mod answer;

use axum::extract::State;
use tally_auth::{Own, Writer};
use tally_cache::{Policy, Reads};
use tally_db::Db;
use tally_http::{Answer, ApiResult, Params, Problems, RefreshQuery, access::WRITER};
use tally_kernel::{Clock, Period};

use self::answer::WriterPerformance;
use crate::{level::repository::performance, period::PeriodQuery};

static POLICY: Policy = Policy::new(
    "writer.performance",
    300,
    &[Reads::Own("orders", "assigned_writer_id"), Reads::Own("reviews", "reviewed_user_id")],
);

/// How the caller's orders of a period went
#[utoipa::path(
    get,
    path = "/writer-management/dashboard/performance",
    tag = "writer",
    params(PeriodQuery, RefreshQuery),
    responses((status = OK, body = WriterPerformance), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(WRITER))),
)]
pub(crate) async fn get_writer_performance(
    State(db): State<Db>,
    State(clock): State<Clock>,
    writer: Own<Writer>,
    Params(PeriodQuery { days }): Params<PeriodQuery>,
) -> ApiResult<Answer<WriterPerformance>> {
    let (id, period) = (writer.id, Period::last_days(days.get(), clock.now()));
    let load = move || async move { performance::load(db.reads(), id, period).await.map(Into::into) };
    writer.answer(&POLICY).with(days).load(load).await
}
