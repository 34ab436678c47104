//! `GET /api/v1/admin-management/financial-overview/overview`

mod answer;

use axum::extract::State;
use serde::Deserialize;
use tally_auth::{Admin, ScopeQuery, Scoped};
use tally_cache::{Policy, Reads};
use tally_db::Db;
use tally_http::{Answer, ApiResult, DayOrInstant, Params, Problems, RefreshQuery, access::ADMIN};
use tally_kernel::Clock;
use utoipa::IntoParams;

use self::answer::FinanceAnswer;
use crate::finance::repository::overview::{self, Dates};

static POLICY: Policy = Policy::new(
    "admin.finance",
    900,
    &[Reads::Scoped("payments"), Reads::Scoped("writer_payments"), Reads::Scoped("tips")],
);

/// Which money is wanted; without dates all of it.
#[derive(Clone, Copy, Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct DatesQuery {
    /// A day or an instant: not before it.
    #[param(value_type = Option<String>)]
    date_from: Option<DayOrInstant>,
    /// A day, which is included, or an instant, which is not.
    #[param(value_type = Option<String>)]
    date_to: Option<DayOrInstant>,
}

impl From<DatesQuery> for Dates {
    fn from(query: DatesQuery) -> Self {
        let DatesQuery { date_from, date_to } = query;
        Self { from: date_from.map(DayOrInstant::start), until: date_to.map(DayOrInstant::end) }
    }
}

/// What came in, what went out, and what is left
#[utoipa::path(
    get,
    path = "/admin-management/financial-overview/overview",
    tag = "admin",
    params(ScopeQuery, RefreshQuery, DatesQuery),
    responses((status = OK, body = FinanceAnswer), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(ADMIN))),
)]
pub(crate) async fn get_admin_finance_overview(
    State(db): State<Db>,
    State(clock): State<Clock>,
    admin: Scoped<Admin>,
    Params(query): Params<DatesQuery>,
) -> ApiResult<Answer<FinanceAnswer>> {
    let (scope, now) = (admin.scope, clock.now());
    let lookup = admin.answer(&POLICY).with(format_args!("{query:?}"));
    let load = move || async move {
        let found = overview::load(db.reads(), scope, query.into(), now).await?;
        Ok(FinanceAnswer::of(found, query, scope))
    };
    lookup.load(load).await
}
