//! `GET /api/v1/admin-management/dashboard/metrics/service-revenue`

use axum::extract::State;
use serde::{Deserialize, Serialize};
use tally_auth::{Admin, ScopeQuery, Scoped};
use tally_cache::{Policy, Reads};
use tally_db::Db;
use tally_http::{Amount, Answer, ApiResult, Clamped, Params, Problems, RefreshQuery, access::ADMIN};
use tally_kernel::{Clock, Period};
use utoipa::{IntoParams, ToSchema};

use super::lists::rows;
use crate::dashboard::repository::service_revenue::{self, Revenue, ServiceRevenue};

static POLICY: Policy = Policy::new(
    "admin.service_revenue",
    300,
    &[
        Reads::Scoped("orders"),
        Reads::Scoped("order_items"),
        Reads::Whole("paper_types"),
        Reads::Whole("additional_services"),
    ],
)
.warm();

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct DaysQuery {
    /// How many days back.
    #[serde(default)]
    #[param(value_type = Option<i64>, minimum = 1, maximum = 365, default = 30)]
    pub(super) days: Clamped<1, 365, 30>,
}

/// What paid orders brought in, by what was ordered.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ServiceRevenueAnswer {
    by_paper_type: Vec<RevenueShare>,
    by_service: Vec<RevenueShare>,
}

/// What one kind brought in.
#[derive(Debug, Serialize, ToSchema)]
struct RevenueShare {
    name: String,
    revenue: Amount,
    /// Orders.
    count: i64,
    /// `count` again.
    order_count: i64,
}

impl From<ServiceRevenue> for ServiceRevenueAnswer {
    fn from(ServiceRevenue { by_paper_type, by_service }: ServiceRevenue) -> Self {
        Self { by_paper_type: rows(by_paper_type), by_service: rows(by_service) }
    }
}

impl From<Revenue> for RevenueShare {
    fn from(Revenue { label, cents, orders }: Revenue) -> Self {
        Self { name: label, revenue: Amount::cents(cents), count: orders, order_count: orders }
    }
}

/// Revenue by kind of paper and by extra
#[utoipa::path(
    get,
    path = "/admin-management/dashboard/metrics/service-revenue",
    tag = "admin",
    params(ScopeQuery, RefreshQuery, DaysQuery),
    responses((status = OK, body = ServiceRevenueAnswer), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(ADMIN))),
)]
pub(crate) async fn get_admin_service_revenue(
    State(db): State<Db>,
    State(clock): State<Clock>,
    admin: Scoped<Admin>,
    Params(DaysQuery { days }): Params<DaysQuery>,
) -> ApiResult<Answer<ServiceRevenueAnswer>> {
    let (scope, period) = (admin.scope, Period::last_days(days.get(), clock.now()));
    let load = move || async move { service_revenue::load(db.reads(), scope, period).await.map(Into::into) };
    admin.answer(&POLICY).with(days).load(load).await
}
