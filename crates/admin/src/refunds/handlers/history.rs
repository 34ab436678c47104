//! `GET /api/v1/admin-management/refunds/history`

use axum::{Json, extract::State};
use serde::{Deserialize, Serialize};
use tally_auth::{Desk, ScopeQuery, Scoped};
use tally_db::Db;
use tally_http::{ApiResult, Clamped, DayOrInstant, Params, Problems, Words, access::DESK};
use utoipa::{IntoParams, ToSchema};

use super::row::RefundRow;
use crate::refunds::repository::history::{self, Wanted};

/// Which refunds are wanted.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct RefundHistoryQuery {
    /// Any of these statuses.
    #[param(value_type = Option<Vec<String>>)]
    status: Option<Words>,
    /// A day or an instant: not asked for before it.
    #[param(value_type = Option<String>)]
    date_from: Option<DayOrInstant>,
    /// A day, which is included, or an instant, which is not.
    #[param(value_type = Option<String>)]
    date_to: Option<DayOrInstant>,
    /// How many are listed at most; set to the nearest bound.
    #[serde(default)]
    #[param(value_type = Option<i64>, minimum = 1, maximum = 250, default = 50)]
    limit: Clamped<1, 250, 50>,
}

impl From<RefundHistoryQuery> for Wanted {
    fn from(query: RefundHistoryQuery) -> Self {
        let RefundHistoryQuery { status, date_from, date_to, limit: _ } = query;
        Self {
            statuses: status.map(|words| words.known()),
            from: date_from.map(DayOrInstant::start),
            until: date_to.map(DayOrInstant::end),
        }
    }
}

/// The last refunds.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct RefundHistory {
    /// Newest first.
    refunds: Vec<RefundRow>,
    /// Rows in `refunds`.
    count: usize,
}

/// The last refunds
#[utoipa::path(
    get,
    path = "/admin-management/refunds/history",
    tag = "admin",
    params(ScopeQuery, RefundHistoryQuery),
    responses((status = OK, body = RefundHistory), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(DESK))),
)]
pub(crate) async fn get_admin_refund_history(
    State(db): State<Db>,
    desk: Scoped<Desk>,
    Params(query): Params<RefundHistoryQuery>,
) -> ApiResult<Json<RefundHistory>> {
    let limit = query.limit.get().into();
    let rows = history::load(db.reads(), desk.scope, query.into(), limit).await?;
    let refunds: Vec<_> = rows.into_iter().map(|row| RefundRow::of(row, desk.role)).collect();
    Ok(Json(RefundHistory { count: refunds.len(), refunds }))
}
