//! `GET /api/v1/writer-management/dashboard/calendar/export`

mod event;
mod ics;

use axum::{body::Body, extract::State};
use chrono::Days;
use tally_auth::Writer;
use tally_db::Db;
use tally_http::{ApiResult, Attachment, FileBytes, FileKind, Params, Problems, access::WRITER};
use tally_kernel::{Clock, Period, midnight};

use super::range::RangeQuery;
use crate::calendar::repository::calendar;

/// Days ahead that are exported unless said otherwise.
const AHEAD: Days = Days::new(90);

/// The caller's orders in work as a calendar file
#[utoipa::path(
    get,
    path = "/writer-management/dashboard/calendar/export",
    tag = "writer",
    params(RangeQuery),
    responses((status = OK, body = FileBytes, content_type = "text/calendar"), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(WRITER))),
)]
pub(crate) async fn get_writer_calendar_export(
    State(db): State<Db>,
    State(clock): State<Clock>,
    writer: Writer,
    Params(range): Params<RangeQuery>,
) -> ApiResult<Attachment> {
    let now = clock.now();
    let from = midnight(now.date_naive());
    let period = range.period(Period { from, until: from + AHEAD })?;
    let orders = calendar::load(db.reads(), writer.id, period).await?;
    Ok(Attachment {
        name: format!("writer_calendar_{}", now.format("%Y%m%d")),
        kind: FileKind::Calendar,
        body: Body::from(event::calendar(&orders, now)),
    })
}
