//! `GET /api/v1/writer-management/dashboard/payment-status`

mod answer;

use axum::extract::State;
use tally_auth::{Own, Writer};
use tally_cache::{Policy, Reads};
use tally_db::Db;
use tally_http::{Answer, ApiResult, Problems, RefreshQuery, access::WRITER};
use tally_kernel::Clock;

use self::answer::WriterPaymentStatusAnswer;
use crate::earnings::repository::payment_status;

static POLICY: Policy = Policy::new(
    "writer.payment_status",
    300,
    &[
        Reads::Own("writer_payments", "writer_id"),
        Reads::Own("payout_requests", "user_id"),
        Reads::Own("payout_methods", "user_id"),
        Reads::Own("writer_profiles", "user_id"),
    ],
);

/// Where the caller's payments stand
#[utoipa::path(
    get,
    path = "/writer-management/dashboard/payment-status",
    tag = "writer",
    params(RefreshQuery),
    responses((status = OK, body = WriterPaymentStatusAnswer), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(WRITER))),
)]
pub(crate) async fn get_writer_payment_status(
    State(db): State<Db>,
    State(clock): State<Clock>,
    writer: Own<Writer>,
) -> ApiResult<Answer<WriterPaymentStatusAnswer>> {
    let (id, now) = (writer.id, clock.now());
    let load = move || async move { payment_status::load(db.reads(), id, now).await.map(Into::into) };
    writer.answer(&POLICY).load(load).await
}
