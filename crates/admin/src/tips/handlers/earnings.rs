//! `GET /api/v1/admin-management/tips/earnings`

mod answer;

use axum::extract::State;
use serde::Deserialize;
use tally_auth::{Admin, ScopeQuery, Scoped};
use tally_cache::{Policy, Reads};
use tally_db::Db;
use tally_http::{Answer, ApiResult, DayOrInstant, Params, Problems, RefreshQuery, access::ADMIN};
use utoipa::IntoParams;

use self::answer::TipEarningsAnswer;
use crate::tips::repository::earnings;

static POLICY: Policy =
    Policy::new("admin.tips_earnings", 300, &[Reads::Scoped("tips"), Reads::Whole("writer_levels")]);

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct TipDatesQuery {
    /// A day or an instant: not sent before it.
    #[param(value_type = Option<String>)]
    date_from: Option<DayOrInstant>,
    /// A day, which is included, or an instant, which is not.
    #[param(value_type = Option<String>)]
    date_to: Option<DayOrInstant>,
}

/// What completed tips brought in
#[utoipa::path(
    get,
    path = "/admin-management/tips/earnings",
    tag = "admin",
    params(ScopeQuery, RefreshQuery, TipDatesQuery),
    responses((status = OK, body = TipEarningsAnswer), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(ADMIN))),
)]
pub(crate) async fn get_admin_tip_earnings(
    State(db): State<Db>,
    admin: Scoped<Admin>,
    Params(TipDatesQuery { date_from, date_to }): Params<TipDatesQuery>,
) -> ApiResult<Answer<TipEarningsAnswer>> {
    let scope = admin.scope;
    let (from, until) = (date_from.map(DayOrInstant::start), date_to.map(DayOrInstant::end));
    let lookup = admin.answer(&POLICY).with(format_args!("{from:?}/{until:?}"));
    let load = move || async move { earnings::load(db.reads(), scope, from, until).await.map(Into::into) };
    lookup.load(load).await
}
