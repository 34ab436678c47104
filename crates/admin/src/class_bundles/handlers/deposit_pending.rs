//! `GET /api/v1/admin-management/class-bundles/deposit-pending`

use axum::{Json, extract::State};
use serde::{Deserialize, Serialize};
use tally_auth::{Admin, ScopeQuery, Scoped};
use tally_db::Db;
use tally_http::{ApiResult, Clamped, Params, Problems, access::ADMIN};
use utoipa::{IntoParams, ToSchema};

use super::row::BundleRow;
use crate::class_bundles::repository::deposit_pending::{self, PendingBundle};

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct PendingDepositsQuery {
    /// How many are listed at most; set to the nearest bound.
    #[serde(default)]
    #[param(value_type = Option<i64>, minimum = 1, maximum = 250, default = 50)]
    limit: Clamped<1, 250, 50>,
}

/// Packages of which less than the deposit is paid.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct PendingDepositsAnswer {
    /// Newest first.
    bundles: Vec<BundleRow>,
    /// Rows in `bundles`.
    count: usize,
    total_pending_deposits: i64,
}

/// Packages of classes whose deposit is not paid in full
#[utoipa::path(
    get,
    path = "/admin-management/class-bundles/deposit-pending",
    tag = "admin",
    params(ScopeQuery, PendingDepositsQuery),
    responses((status = OK, body = PendingDepositsAnswer), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(ADMIN))),
)]
pub(crate) async fn get_admin_class_deposits_pending(
    State(db): State<Db>,
    admin: Scoped<Admin>,
    Params(query): Params<PendingDepositsQuery>,
) -> ApiResult<Json<PendingDepositsAnswer>> {
    let rows = deposit_pending::load(db.reads(), admin.scope, query.limit.get().into()).await?;
    let total_pending_deposits = rows.first().map_or(0, |row| row.bundles);
    let row = |PendingBundle { bundles: _, bundle }| BundleRow::of(bundle, admin.role);
    let bundles: Vec<_> = rows.into_iter().map(row).collect();
    Ok(Json(PendingDepositsAnswer { count: bundles.len(), bundles, total_pending_deposits }))
}
