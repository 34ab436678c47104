//! `GET /api/v1/admin-management/orders/stuck`

use axum::{Json, extract::State};
use chrono::TimeDelta;
use serde::{Deserialize, Serialize};
use tally_auth::{Desk, ScopeQuery, Scoped};
use tally_db::Db;
use tally_http::{ApiResult, Clamped, Decimal, Params, Problems, access::DESK};
use tally_kernel::{Clock, Hundredths};
use utoipa::{IntoParams, ToSchema};

use super::row::OrderRow;
use crate::orders::repository::stuck::{self, StuckOrder};

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct StuckQuery {
    /// For how many days nobody has touched them; set to the nearest bound.
    #[serde(default)]
    #[param(value_type = Option<i64>, minimum = 1, maximum = 90, default = 7)]
    days: Clamped<1, 90, 7>,
    /// How many are listed at most; set to the nearest bound.
    #[serde(default)]
    #[param(value_type = Option<i64>, minimum = 1, maximum = 250, default = 50)]
    limit: Clamped<1, 250, 50>,
}

/// Orders in work that nobody has touched for a while.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct StuckAnswer {
    /// The one untouched for longest first.
    orders: Vec<StuckRow>,
    /// Rows in `orders`.
    count: usize,
    total_stuck: i64,
}

/// An order that nobody has touched for a while.
#[derive(Debug, Serialize, ToSchema)]
struct StuckRow {
    #[serde(flatten)]
    order: OrderRow,
    /// Since the last change, rounded to tenths.
    days_stuck: Decimal,
}

/// Orders in work that nobody has touched for a while
#[utoipa::path(
    get,
    path = "/admin-management/orders/stuck",
    tag = "admin",
    params(ScopeQuery, StuckQuery),
    responses((status = OK, body = StuckAnswer), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(DESK))),
)]
pub(crate) async fn get_admin_stuck_orders(
    State(db): State<Db>,
    State(clock): State<Clock>,
    desk: Scoped<Desk>,
    Params(query): Params<StuckQuery>,
) -> ApiResult<Json<StuckAnswer>> {
    let (span, limit) = (TimeDelta::days(query.days.0), query.limit.get().into());
    let rows = stuck::load(db.reads(), desk.scope, span, limit, clock.now()).await?;
    let total_stuck = rows.first().map_or(0, |row| row.orders);
    let row = |StuckOrder { orders: _, order, days }| StuckRow {
        order: OrderRow::of(order, desk.role),
        days_stuck: Hundredths(days).into(),
    };
    let orders: Vec<_> = rows.into_iter().map(row).collect();
    Ok(Json(StuckAnswer { count: orders.len(), orders, total_stuck }))
}
