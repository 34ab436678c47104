//! `GET /api/v1/admin-management/orders/overdue`

use axum::{Json, extract::State};
use serde::{Deserialize, Serialize};
use tally_auth::{Desk, ScopeQuery, Scoped};
use tally_db::Db;
use tally_http::{ApiResult, Clamped, Decimal, Params, Problems, access::DESK};
use tally_kernel::{Clock, Hundredths};
use utoipa::{IntoParams, ToSchema};

use super::row::OrderRow;
use crate::orders::repository::overdue::{self, OverdueOrder};

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct OverdueQuery {
    /// How many are listed at most; set to the nearest bound.
    #[serde(default)]
    #[param(value_type = Option<i64>, minimum = 1, maximum = 250, default = 50)]
    limit: Clamped<1, 250, 50>,
}

/// Orders past a deadline.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct OverdueAnswer {
    /// The one that is late for longest first.
    orders: Vec<OverdueRow>,
    /// Rows in `orders`.
    count: usize,
    total_overdue: i64,
}

/// An order past a deadline.
#[derive(Debug, Serialize, ToSchema)]
struct OverdueRow {
    #[serde(flatten)]
    order: OrderRow,
    /// Since the first of the two deadlines, rounded to tenths.
    hours_overdue: Decimal,
}

/// Orders past a deadline
#[utoipa::path(
    get,
    path = "/admin-management/orders/overdue",
    tag = "admin",
    params(ScopeQuery, OverdueQuery),
    responses((status = OK, body = OverdueAnswer), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(DESK))),
)]
pub(crate) async fn get_admin_overdue_orders(
    State(db): State<Db>,
    State(clock): State<Clock>,
    desk: Scoped<Desk>,
    Params(query): Params<OverdueQuery>,
) -> ApiResult<Json<OverdueAnswer>> {
    let rows = overdue::load(db.reads(), desk.scope, query.limit.get().into(), clock.now()).await?;
    let total_overdue = rows.first().map_or(0, |row| row.orders);
    let row = |OverdueOrder { orders: _, order, hours }| OverdueRow {
        order: OrderRow::of(order, desk.role),
        hours_overdue: Hundredths(hours).into(),
    };
    let orders: Vec<_> = rows.into_iter().map(row).collect();
    Ok(Json(OverdueAnswer { count: orders.len(), orders, total_overdue }))
}
