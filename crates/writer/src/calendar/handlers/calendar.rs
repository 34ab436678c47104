//! `GET /api/v1/writer-management/dashboard/calendar`

mod answer;

use axum::{Json, extract::State};
use tally_auth::Writer;
use tally_db::Db;
use tally_http::{ApiResult, Params, Problems, access::WRITER};
use tally_kernel::{Clock, Period, Span, first_of_month, midnight};

use self::answer::WriterCalendar;
use super::range::RangeQuery;
use crate::calendar::repository::calendar;

/// The caller's orders in work by the day they are due; this month's unless said otherwise
#[utoipa::path(
    get,
    path = "/writer-management/dashboard/calendar",
    tag = "writer",
    params(RangeQuery),
    responses((status = OK, body = WriterCalendar), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(WRITER))),
)]
pub(crate) async fn get_writer_calendar(
    State(db): State<Db>,
    State(clock): State<Clock>,
    writer: Writer,
    Params(range): Params<RangeQuery>,
) -> ApiResult<Json<WriterCalendar>> {
    let now = clock.now();
    let today = now.date_naive();
    let (from, until) = (midnight(first_of_month(today)), midnight(Span::Month.after(today)));
    let period = range.period(Period { from, until })?;
    let orders = calendar::load(db.reads(), writer.id, period).await?;
    Ok(Json(WriterCalendar::new(orders, period, now)))
}
