//! `GET /api/v1/admin-management/tips/list_tips`

pub(super) mod row;

use axum::{Json, extract::State};
use serde::{Deserialize, Serialize};
use tally_auth::{Admin, ScopeQuery, Scoped};
use tally_db::Db;
use tally_entity::UserId;
use tally_http::{ApiResult, Clamped, DayOrInstant, Params, Problems, access::ADMIN};
use utoipa::{IntoParams, ToSchema};

use self::row::TipRow;
use super::figures::TipTotals;
use crate::tips::repository::list_tips::{self, Wanted};

/// Which tips are wanted, and which part of them.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct TipsQuery {
    tip_type: Option<String>,
    payment_status: Option<String>,
    #[param(value_type = Option<i64>)]
    writer_id: Option<UserId>,
    #[param(value_type = Option<i64>)]
    client_id: Option<UserId>,
    /// A day or an instant: not sent before it.
    #[param(value_type = Option<String>)]
    date_from: Option<DayOrInstant>,
    /// A day, which is included, or an instant, which is not.
    #[param(value_type = Option<String>)]
    date_to: Option<DayOrInstant>,
    #[serde(default)]
    #[param(value_type = Option<i64>, minimum = 1, maximum = 1000, default = 50)]
    limit: Clamped<1, 1000, 50>,
    /// How many are left out before.
    #[serde(default)]
    #[param(value_type = Option<i64>, minimum = 0, default = 0)]
    offset: Clamped<0, 1_000_000_000, 0>,
}

impl From<TipsQuery> for Wanted {
    fn from(query: TipsQuery) -> Self {
        let TipsQuery {
            tip_type,
            payment_status,
            writer_id: writer,
            client_id: client,
            date_from,
            date_to,
            limit: _,
            offset: _,
        } = query;
        let (from, until) = (date_from.map(DayOrInstant::start), date_to.map(DayOrInstant::end));
        Self { tip_type, payment_status, writer, client, from, until }
    }
}

/// A part of the list of tips.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct TipsAnswer {
    /// All tips that are wanted.
    count: i64,
    results: Vec<TipRow>,
    /// Of all tips that are wanted.
    summary: TipTotals,
}

/// Tips, newest first
#[utoipa::path(
    get,
    path = "/admin-management/tips/list_tips",
    tag = "admin",
    params(ScopeQuery, TipsQuery),
    responses((status = OK, body = TipsAnswer), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(ADMIN))),
)]
pub(crate) async fn get_admin_tips(
    State(db): State<Db>,
    admin: Scoped<Admin>,
    Params(query): Params<TipsQuery>,
) -> ApiResult<Json<TipsAnswer>> {
    let (limit, offset) = (query.limit.get().into(), query.offset.get().into());
    let (sums, tips) = list_tips::load(db.reads(), admin.scope, &query.into(), limit, offset).await?;
    let results = tips.into_iter().map(Into::into).collect();
    Ok(Json(TipsAnswer { count: sums.tips, results, summary: sums.into() }))
}
