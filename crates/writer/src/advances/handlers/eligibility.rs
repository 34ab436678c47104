//! `GET /api/v1/writer-management/advance-payments/eligibility`

use axum::{Json, extract::State};
use chrono::{DateTime, Utc};
use serde::Serialize;
use tally_auth::Writer;
use tally_db::Db;
use tally_http::{Amount, ApiError, ApiResult, Decimal, Problems, access::WRITER};
use tally_kernel::{Clock, Hundredths};
use utoipa::ToSchema;

use crate::{
    advances::repository::eligibility::{self, Standing},
    formulas::payout::share_of,
    repository::profile::hundredths,
};

/// What a website lends that says nothing of it, in hundredths of a percent.
const DEFAULT_SHARE: i64 = 5_000;

/// How much the caller may borrow.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct EligibilityAnswer {
    /// What can be counted on of the pay for unpaid work.
    expected_earnings: Amount,
    max_percentage: Decimal,
    max_advance_amount: Amount,
    /// What is still to be given back.
    outstanding_advances: Amount,
    available_advance: Amount,
}

impl EligibilityAnswer {
    fn new(standing: Standing, now: DateTime<Utc>) -> Self {
        let Standing { profile, unpaid, limits } = standing;
        let terms = profile.terms();
        let counted_on =
            unpaid.iter().map(|order| share_of(order.pay.payout(terms.as_ref(), now), order.share()));
        let expected = counted_on.sum();
        let share = limits.max_percentage.map_or(DEFAULT_SHARE, hundredths);
        let most = share_of(expected, share);
        Self {
            expected_earnings: Amount::cents(expected),
            max_percentage: Hundredths(share).into(),
            max_advance_amount: Amount::cents(most),
            outstanding_advances: Amount::cents(limits.outstanding_cents),
            available_advance: Amount::cents((most - limits.outstanding_cents).max(0)),
        }
    }
}

/// How much the caller may borrow
#[utoipa::path(
    get,
    path = "/writer-management/advance-payments/eligibility",
    tag = "writer",
    responses((status = OK, body = EligibilityAnswer), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(WRITER))),
)]
pub(crate) async fn get_advance_eligibility(
    State(db): State<Db>,
    State(clock): State<Clock>,
    writer: Writer,
) -> ApiResult<Json<EligibilityAnswer>> {
    let website = writer.website_id.ok_or_else(|| ApiError::internal("a writer without a website"))?;
    let standing = eligibility::load(db.reads(), writer.id, website).await?;
    Ok(Json(EligibilityAnswer::new(standing, clock.now())))
}
