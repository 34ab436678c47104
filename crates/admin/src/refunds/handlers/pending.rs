//! `GET /api/v1/admin-management/refunds/pending`

use axum::{Json, extract::State};
use serde::{Deserialize, Serialize};
use tally_auth::{Desk, ScopeQuery, Scoped};
use tally_db::Db;
use tally_http::{ApiResult, Clamped, Params, Problems, access::DESK};
use utoipa::{IntoParams, ToSchema};

use super::row::RefundRow;
use crate::refunds::repository::pending;

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct PendingRefundsQuery {
    /// How many are listed at most; set to the nearest bound.
    #[serde(default)]
    #[param(value_type = Option<i64>, minimum = 1, maximum = 250, default = 50)]
    limit: Clamped<1, 250, 50>,
}

/// Refunds that wait to be made.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct PendingRefunds {
    /// Newest first.
    refunds: Vec<RefundRow>,
    /// All of them, listed or not.
    count: i64,
}

/// Refunds that wait to be made
#[utoipa::path(
    get,
    path = "/admin-management/refunds/pending",
    tag = "admin",
    params(ScopeQuery, PendingRefundsQuery),
    responses((status = OK, body = PendingRefunds), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(DESK))),
)]
pub(crate) async fn get_admin_pending_refunds(
    State(db): State<Db>,
    desk: Scoped<Desk>,
    Params(PendingRefundsQuery { limit }): Params<PendingRefundsQuery>,
) -> ApiResult<Json<PendingRefunds>> {
    let rows = pending::load(db.reads(), desk.scope, limit.get().into()).await?;
    let count = rows.first().map_or(0, |row| row.refunds);
    let refunds = rows.into_iter().map(|row| RefundRow::of(row.refund, desk.role)).collect();
    Ok(Json(PendingRefunds { refunds, count }))
}
