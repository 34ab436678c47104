//! `GET /api/v1/writer-management/dashboard/earnings-breakdown`

mod answer;
mod kinds;

use axum::extract::State;
use tally_auth::{Own, Writer};
use tally_cache::{Policy, Reads};
use tally_db::Db;
use tally_http::{Answer, ApiResult, Params, Problems, RefreshQuery, access::WRITER};
use tally_kernel::{Clock, Period};

use self::answer::{EarningsBreakdown, Since};
use crate::{earnings::repository::earnings_breakdown, period::PeriodQuery};

static POLICY: Policy = Policy::new(
    "writer.earnings_breakdown",
    300,
    &[
        Reads::Own("orders", "assigned_writer_id"),
        Reads::Own("special_orders", "writer_id"),
        Reads::Own("writer_bonuses", "writer_id"),
        Reads::Own("writer_payments", "writer_id"),
        Reads::Own("tips", "writer_id"),
        Reads::Own("writer_profiles", "user_id"),
        Reads::Whole("writer_levels"),
        Reads::Whole("order_pricing_snapshots"),
        Reads::Whole("subjects"),
        Reads::Whole("work_types"),
    ],
);

/// What the caller's work of a period brought, by kind
#[utoipa::path(
    get,
    path = "/writer-management/dashboard/earnings-breakdown",
    tag = "writer",
    params(PeriodQuery, RefreshQuery),
    responses((status = OK, body = EarningsBreakdown), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(WRITER))),
)]
pub(crate) async fn get_writer_earnings_breakdown(
    State(db): State<Db>,
    State(clock): State<Clock>,
    writer: Own<Writer>,
    Params(PeriodQuery { days }): Params<PeriodQuery>,
) -> ApiResult<Answer<EarningsBreakdown>> {
    let (id, period) = (writer.id, Period::last_days(days.get(), clock.now()));
    let since = Since::new(period.until);
    let load = move || async move {
        let found = earnings_breakdown::load(db.reads(), id, period, since.earliest()).await?;
        Ok(EarningsBreakdown::new(found, period, since, days.0))
    };
    writer.answer(&POLICY).with(days).load(load).await
}
