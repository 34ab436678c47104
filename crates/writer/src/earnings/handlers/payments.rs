//! `GET /api/v1/writer-management/dashboard/payments`

mod answer;

use axum::extract::State;
use tally_auth::{Own, Writer};
use tally_cache::{Policy, Reads};
use tally_db::Db;
use tally_http::{Answer, ApiResult, Problems, RefreshQuery, access::WRITER};
use tally_kernel::Clock;

use self::answer::WriterPayments;
use crate::earnings::repository::payments;

static POLICY: Policy = Policy::new(
    "writer.payments",
    300,
    &[
        Reads::Own("writer_payments", "writer_id"),
        Reads::Own("orders", "assigned_writer_id"),
        Reads::Own("writer_profiles", "user_id"),
        Reads::Whole("writer_levels"),
        Reads::Whole("order_pricing_snapshots"),
        Reads::Whole("subjects"),
        Reads::Whole("work_types"),
    ],
);

/// What the caller was paid by period, and what is to come
#[utoipa::path(
    get,
    path = "/writer-management/dashboard/payments",
    tag = "writer",
    params(RefreshQuery),
    responses((status = OK, body = WriterPayments), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(WRITER))),
)]
pub(crate) async fn get_writer_payments(
    State(db): State<Db>,
    State(clock): State<Clock>,
    writer: Own<Writer>,
) -> ApiResult<Answer<WriterPayments>> {
    let (id, now) = (writer.id, clock.now());
    let load = move || async move {
        let found = payments::load(db.reads(), id).await?;
        Ok(WriterPayments::new(found, now))
    };
    writer.answer(&POLICY).load(load).await
}
