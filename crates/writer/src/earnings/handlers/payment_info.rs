//! `GET /api/v1/writer-management/dashboard/payment-info`

mod answer;

use axum::extract::State;
use tally_auth::{Own, Writer};
use tally_cache::{Policy, Reads};
use tally_db::Db;
use tally_http::{Answer, ApiError, ApiResult, Problems, RefreshQuery, access::WRITER};
use tally_kernel::Clock;

use self::answer::WriterPaymentInfo;
use crate::earnings::repository::payment_info;

static POLICY: Policy = Policy::new(
    "writer.payment_info",
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

/// What the caller's level pays, and what it came to so far
#[utoipa::path(
    get,
    path = "/writer-management/dashboard/payment-info",
    tag = "writer",
    params(RefreshQuery),
    responses((status = OK, body = WriterPaymentInfo), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(WRITER))),
)]
pub(crate) async fn get_writer_payment_info(
    State(db): State<Db>,
    State(clock): State<Clock>,
    writer: Own<Writer>,
) -> ApiResult<Answer<Option<WriterPaymentInfo>>> {
    let (id, now) = (writer.id, clock.now());
    let load = move || async move {
        let found = payment_info::load(db.reads(), id).await?;
        Ok(WriterPaymentInfo::new(found, now))
    };
    let answer = writer.answer(&POLICY).load(load).await?;
    // That there is no level is known as long as nobody gives one.
    if answer.body() == "null" {
        return Err(ApiError::not_found("Writer level not set."));
    }
    Ok(answer)
}
