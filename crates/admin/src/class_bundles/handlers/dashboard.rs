//! `GET /api/v1/admin-management/class-bundles/dashboard`

use std::collections::BTreeMap;

use axum::extract::State;
use serde::Serialize;
use tally_auth::{Admin, ScopeQuery, Scoped};
use tally_cache::{Policy, Reads};
use tally_db::Db;
use tally_entity::ClassBundleStatus;
use tally_http::{Amount, Answer, ApiResult, Problems, RefreshQuery, access::ADMIN};
use tally_kernel::Clock;
use utoipa::ToSchema;

use crate::class_bundles::repository::dashboard::{self, BundleGroup, ClassDashboard};

static POLICY: Policy =
    Policy::new("admin.classes", 300, &[Reads::Scoped("class_bundles"), Reads::Scoped("installments")]);

/// Packages of classes by where they stand.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ClassDashboardAnswer {
    summary: ClassSummary,
    status_breakdown: BTreeMap<String, i64>,
    level_breakdown: BTreeMap<String, i64>,
}

/// Figures of all packages.
#[derive(Debug, Serialize, ToSchema)]
struct ClassSummary {
    total_bundles: i64,
    not_started: i64,
    in_progress: i64,
    active_bundles: i64,
    exhausted: i64,
    completed: i64,
    with_installments: i64,
    installment_bundles: i64,
    /// Made in the last 30 days.
    recent_bundles: i64,
    /// Of the completed ones.
    total_revenue: Amount,
    avg_bundle_value: Option<Amount>,
    /// Not paid, of packages in work or done.
    pending_installments: i64,
    /// Packages to be done or in work of which less than the deposit is paid.
    pending_deposits: i64,
}

impl From<ClassDashboard> for ClassDashboardAnswer {
    fn from(ClassDashboard { groups, pending_installments }: ClassDashboard) -> Self {
        let mut answer = Self {
            summary: ClassSummary::of(&groups, pending_installments),
            status_breakdown: BTreeMap::new(),
            level_breakdown: BTreeMap::new(),
        };
        for row in groups {
            *answer.status_breakdown.entry(row.status.to_string()).or_default() += row.bundles;
            *answer.level_breakdown.entry(row.level.to_string()).or_default() += row.bundles;
        }
        answer
    }
}

impl ClassSummary {
    fn of(groups: &[BundleGroup], pending_installments: i64) -> Self {
        use ClassBundleStatus::{Completed, Exhausted, InProgress, NotStarted};
        let all = |figure: fn(&BundleGroup) -> i64| groups.iter().map(figure).sum::<i64>();
        let of = |status, figure: fn(&BundleGroup) -> i64| {
            groups.iter().filter(|row| row.status == status).map(figure).sum::<i64>()
        };
        let [not_started, in_progress, exhausted, completed] =
            [NotStarted, InProgress, Exhausted, Completed].map(|status| of(status, |row| row.bundles));
        let total_bundles = all(|row| row.bundles);
        let with_installments = all(|row| row.with_installments);
        Self {
            total_bundles,
            not_started,
            in_progress,
            active_bundles: in_progress,
            exhausted,
            completed,
            with_installments,
            installment_bundles: with_installments,
            recent_bundles: all(|row| row.recent),
            total_revenue: Amount::cents(of(Completed, |row| row.cents)),
            avg_bundle_value: Amount::mean(all(|row| row.cents), total_bundles),
            pending_installments,
            pending_deposits: all(|row| row.pending_deposits),
        }
    }
}

/// Packages of classes by where they stand
#[utoipa::path(
    get,
    path = "/admin-management/class-bundles/dashboard",
    tag = "admin",
    params(ScopeQuery, RefreshQuery),
    responses((status = OK, body = ClassDashboardAnswer), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(ADMIN))),
)]
pub(crate) async fn get_admin_class_dashboard(
    State(db): State<Db>,
    State(clock): State<Clock>,
    admin: Scoped<Admin>,
) -> ApiResult<Answer<ClassDashboardAnswer>> {
    let (scope, now) = (admin.scope, clock.now());
    let load = move || async move { dashboard::load(db.reads(), scope, now).await.map(Into::into) };
    admin.answer(&POLICY).load(load).await
}
