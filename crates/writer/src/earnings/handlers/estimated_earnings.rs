//! `GET /api/v1/writer-management/dashboard/estimated-earnings`

use axum::{Json, extract::State};
use serde::{Deserialize, Serialize};
use tally_auth::Writer;
use tally_db::Db;
use tally_entity::EarningMode;
use tally_http::{Amount, ApiResult, Clamped, Flag, Params, Price, Problems, access::WRITER};
use tally_kernel::Clock;
use utoipa::{IntoParams, ToSchema};

use crate::{
    formulas::payout::{Parts, Terms, Work, parts},
    repository::profile::{self, Profile},
};

/// What a page costs where no price is known.
const PAGE_CENTS: i64 = 1_000;

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct EstimateQuery {
    #[serde(default)]
    #[param(value_type = Option<i64>, minimum = 0, maximum = 1000, default = 10)]
    pages: Clamped<0, 1000, 10>,
    #[serde(default)]
    #[param(value_type = Option<i64>, minimum = 0, maximum = 1000, default = 0)]
    slides: Clamped<0, 1000, 0>,
    /// What the client pays.
    #[param(value_type = Option<f64>, minimum = 0)]
    order_total: Option<Price>,
    /// What he would pay without a discount.
    #[param(value_type = Option<f64>, minimum = 0)]
    order_cost: Option<Price>,
    #[serde(default)]
    #[param(value_type = Option<bool>)]
    is_urgent: Flag,
    #[serde(default)]
    #[param(value_type = Option<bool>)]
    is_technical: Flag,
}

/// What an order would bring.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct EstimatedEarningsAnswer {
    /// 0 for a writer without a level.
    estimated_earnings: Estimate,
    level_info: Option<EstimateLevel>,
    #[serde(skip_serializing_if = "Option::is_none")]
    detail: Option<&'static str>,
}

/// The parts and their sum, or nothing at all.
#[derive(Debug, Serialize, ToSchema)]
#[serde(untagged)]
enum Estimate {
    Nothing(i64),
    Parts(EstimateParts),
}

/// What the sum is made of.
#[derive(Debug, Serialize, ToSchema)]
struct EstimateParts {
    total_earnings: Amount,
    #[schema(value_type = String)]
    earning_mode: EarningMode,
    base_earnings: Amount,
    urgency_bonus: Amount,
    technical_bonus: Amount,
}

/// The level that the estimate is made with.
#[derive(Debug, Serialize, ToSchema)]
struct EstimateLevel {
    name: String,
    #[schema(value_type = String)]
    earning_mode: EarningMode,
}

/// What an order of some size would bring the caller
#[utoipa::path(
    get,
    path = "/writer-management/dashboard/estimated-earnings",
    tag = "writer",
    params(EstimateQuery),
    responses((status = OK, body = EstimatedEarningsAnswer), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(WRITER))),
)]
pub(crate) async fn get_writer_estimated_earnings(
    State(db): State<Db>,
    State(clock): State<Clock>,
    writer: Writer,
    Params(query): Params<EstimateQuery>,
) -> ApiResult<Json<EstimatedEarningsAnswer>> {
    let profile = profile::load(db.reads(), writer.id).await?;
    let found = estimate(profile, &query.work(), clock);
    let nothing = EstimatedEarningsAnswer {
        estimated_earnings: Estimate::Nothing(0),
        level_info: None,
        detail: Some("Writer level not assigned."),
    };
    Ok(Json(found.unwrap_or(nothing)))
}

impl EstimateQuery {
    fn work(&self) -> Work {
        let [total, cost] = [self.order_total, self.order_cost].map(|price| price.map(|Price(cents)| cents));
        let total_cents = total.or(cost).unwrap_or(self.pages.0 * PAGE_CENTS);
        let size = |number: i64| i32::try_from(number).unwrap_or(i32::MAX);
        Work {
            pages: size(self.pages.0),
            slides: size(self.slides.0),
            total_cents,
            cost_cents: cost.unwrap_or(total_cents),
            is_urgent: self.is_urgent.0,
            is_technical: self.is_technical.0,
            ..Work::default()
        }
    }
}

fn estimate(profile: Profile, work: &Work, clock: Clock) -> Option<EstimatedEarningsAnswer> {
    let terms: Terms = profile.terms()?;
    let found = parts(work, &terms, clock.now());
    let Parts { base_cents, urgency_cents, technical_cents } = found;
    let level = profile.level?;
    Some(EstimatedEarningsAnswer {
        estimated_earnings: Estimate::Parts(EstimateParts {
            total_earnings: Amount::cents(found.total_cents()),
            earning_mode: level.earning_mode,
            base_earnings: Amount::cents(base_cents),
            urgency_bonus: Amount::cents(urgency_cents),
            technical_bonus: Amount::cents(technical_cents),
        }),
        level_info: Some(EstimateLevel { name: level.name, earning_mode: level.earning_mode }),
        detail: None,
    })
}
