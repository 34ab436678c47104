//! `GET /api/v1/admin-management/disputes/pending`

use axum::{Json, extract::State};
use serde::{Deserialize, Serialize};
use tally_auth::{Desk, ScopeQuery, Scoped};
use tally_db::Db;
use tally_http::{ApiResult, Clamped, Params, Problems, access::DESK};
use utoipa::{IntoParams, ToSchema};

use super::row::DisputeRow;
use crate::disputes::repository::pending;

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct PendingQuery {
    /// How many are listed at most; set to the nearest bound.
    #[serde(default)]
    #[param(value_type = Option<i64>, minimum = 1, maximum = 250, default = 250)]
    limit: Clamped<1, 250, 250>,
}

/// Disputes that nobody has taken up.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct PendingDisputes {
    /// Newest first.
    disputes: Vec<DisputeRow>,
    /// All of them, listed or not.
    count: i64,
}

/// Disputes that nobody has taken up
#[utoipa::path(
    get,
    path = "/admin-management/disputes/pending",
    tag = "admin",
    params(ScopeQuery, PendingQuery),
    responses((status = OK, body = PendingDisputes), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(DESK))),
)]
pub(crate) async fn get_admin_pending_disputes(
    State(db): State<Db>,
    desk: Scoped<Desk>,
    Params(PendingQuery { limit }): Params<PendingQuery>,
) -> ApiResult<Json<PendingDisputes>> {
    let rows = pending::load(db.reads(), desk.scope, limit.get().into()).await?;
    let count = rows.first().map_or(0, |row| row.disputes);
    let disputes = rows.into_iter().map(|row| DisputeRow::of(row.dispute, desk.role)).collect();
    Ok(Json(PendingDisputes { disputes, count }))
}
