//! `GET /api/v1/writer-management/dashboard/earnings`

mod answer;

use axum::extract::State;
use tally_auth::{Own, Writer};
use tally_cache::{Policy, Reads};
use tally_db::Db;
use tally_http::{Answer, ApiResult, Params, Problems, RefreshQuery, access::WRITER};
use tally_kernel::{Clock, Period};

use self::answer::WriterEarnings;
use crate::{earnings::repository::earnings, period::PeriodQuery};

static POLICY: Policy = Policy::new("writer.earnings", 300, &[Reads::Own("writer_payments", "writer_id")]);

/// What the caller was paid lately
#[utoipa::path(
    get,
    path = "/writer-management/dashboard/earnings",
    tag = "writer",
    params(PeriodQuery, RefreshQuery),
    responses((status = OK, body = WriterEarnings), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(WRITER))),
)]
pub(crate) async fn get_writer_earnings(
    State(db): State<Db>,
    State(clock): State<Clock>,
    writer: Own<Writer>,
    Params(PeriodQuery { days }): Params<PeriodQuery>,
) -> ApiResult<Answer<WriterEarnings>> {
    let (id, period) = (writer.id, Period::last_days(days.get(), clock.now()));
    let load = move || async move { earnings::load(db.reads(), id, period).await.map(Into::into) };
    writer.answer(&POLICY).with(days).load(load).await
}
