//! `GET /api/v1/admin-management/class-bundles/installment-tracking`

use axum::extract::State;
use tally_auth::{ScopeQuery, Scoped, Staff};
use tally_cache::{Policy, Reads};
use tally_db::Db;
use tally_http::{Answer, ApiResult, Params, Problems, RefreshQuery, access::STAFF};
use tally_kernel::Clock;

use super::tracking::{OfClassBundle, TrackingAnswer, TrackingQuery};
use crate::installments::repository::tracking::{self, Owner};

static POLICY: Policy =
    Policy::new("admin.installments", 300, &[Reads::Scoped("installments"), Reads::Whole("class_bundles")]);

/// Installments of class bundles
#[utoipa::path(
    get,
    path = "/admin-management/class-bundles/installment-tracking",
    tag = "admin",
    params(ScopeQuery, RefreshQuery, TrackingQuery),
    responses((status = OK, body = TrackingAnswer<OfClassBundle>), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(STAFF))),
)]
pub(crate) async fn get_admin_class_installments(
    State(db): State<Db>,
    State(clock): State<Clock>,
    staff: Scoped<Staff>,
    Params(query): Params<TrackingQuery>,
) -> ApiResult<Answer<TrackingAnswer<OfClassBundle>>> {
    let (scope, listed, limit, now) = (staff.scope, query.listed(), query.limit(), clock.now());
    let load = move || async move {
        tracking::load(db.reads(), scope, Owner::ClassBundle, listed, limit, now).await.map(Into::into)
    };
    query.lookup(&staff, &POLICY).load(load).await
}
