//! `GET /api/v1/admin-management/loyalty/tracking/statistics`

use axum::extract::State;
use serde::Serialize;
use tally_auth::{Admin, ScopeQuery, Scoped};
use tally_cache::{Policy, Reads};
use tally_db::Db;
use tally_entity::LoyaltyTransactionType::{self, Add, Deduct, Redeem};
use tally_http::{Answer, ApiResult, Params, Problems, RefreshQuery, access::ADMIN};
use tally_kernel::Clock;
use utoipa::ToSchema;

use super::query::LoyaltyQuery;
use crate::loyalty::repository::{
    statistics::{self, ClientPoints, Statistics, TypePoints, WebsitePoints},
    wanted::Wanted,
};

/// Of both answers about points in sum; their shapes keep them apart.
pub(super) static POLICY: Policy = Policy::new(
    "admin.loyalty",
    300,
    &[Reads::Scoped("loyalty_transactions"), Reads::Whole("users"), Reads::Whole("websites")],
);

/// Points in sum.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct LoyaltyStatistics {
    total_points_awarded: i64,
    total_points_redeemed: i64,
    total_points_deducted: i64,
    net_points: i64,
    total_transactions: i64,
    transactions_24h: i64,
    transactions_7d: i64,
    transactions_30d: i64,
    points_awarded_24h: i64,
    points_awarded_7d: i64,
    points_awarded_30d: i64,
    by_transaction_type: Vec<LoyaltyTypeRow>,
    by_website: Vec<LoyaltyWebsiteRow>,
    /// The ten whose changes have most points, in either direction.
    top_clients: Vec<LoyaltyClientRow>,
}

/// All changes of one type.
#[derive(Debug, Serialize, ToSchema)]
struct LoyaltyTypeRow {
    #[schema(value_type = String)]
    transaction_type: LoyaltyTransactionType,
    count: i64,
    total_points: i64,
}

/// All changes of one website.
#[derive(Debug, Serialize, ToSchema)]
struct LoyaltyWebsiteRow {
    #[serde(rename = "website__name")]
    website_name: String,
    count: i64,
    total_points: i64,
}

/// All changes of one client.
#[derive(Debug, Serialize, ToSchema)]
struct LoyaltyClientRow {
    #[serde(rename = "client__user__username")]
    client_username: String,
    /// `client__user__username` again.
    username: String,
    total_points: i64,
}

impl From<Statistics> for LoyaltyStatistics {
    fn from(found: Statistics) -> Self {
        let Statistics { by_type, by_website, top_clients } = found;
        let all = |figure: fn(&TypePoints) -> i64| by_type.iter().map(figure).sum();
        let of = |wanted, figure: fn(&TypePoints) -> i64| {
            by_type.iter().find(|row| row.transaction_type == wanted).map_or(0, figure)
        };
        let points = |wanted| of(wanted, |row| row.points);
        Self {
            total_points_awarded: points(Add),
            total_points_redeemed: points(Redeem),
            total_points_deducted: points(Deduct),
            net_points: points(Add) - points(Redeem) - points(Deduct),
            total_transactions: all(|row| row.changes),
            transactions_24h: all(|row| row.changes_day),
            transactions_7d: all(|row| row.changes_week),
            transactions_30d: all(|row| row.changes_month),
            points_awarded_24h: of(Add, |row| row.points_day),
            points_awarded_7d: of(Add, |row| row.points_week),
            points_awarded_30d: of(Add, |row| row.points_month),
            by_transaction_type: by_type.iter().map(Into::into).collect(),
            by_website: by_website.into_iter().map(Into::into).collect(),
            top_clients: top_clients.into_iter().map(Into::into).collect(),
        }
    }
}

impl From<&TypePoints> for LoyaltyTypeRow {
    fn from(row: &TypePoints) -> Self {
        let TypePoints {
            transaction_type,
            changes,
            points,
            changes_day: _,
            changes_week: _,
            changes_month: _,
            points_day: _,
            points_week: _,
            points_month: _,
        } = *row;
        Self { transaction_type, count: changes, total_points: points }
    }
}

impl From<WebsitePoints> for LoyaltyWebsiteRow {
    fn from(row: WebsitePoints) -> Self {
        let WebsitePoints { website, changes, points } = row;
        Self { website_name: website, count: changes, total_points: points }
    }
}

impl From<ClientPoints> for LoyaltyClientRow {
    fn from(row: ClientPoints) -> Self {
        let ClientPoints { username, points } = row;
        Self { client_username: username.clone(), username, total_points: points }
    }
}

/// Points in sum
#[utoipa::path(
    get,
    path = "/admin-management/loyalty/tracking/statistics",
    tag = "admin",
    params(ScopeQuery, RefreshQuery, LoyaltyQuery),
    responses((status = OK, body = LoyaltyStatistics), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(ADMIN))),
)]
pub(crate) async fn get_admin_loyalty_statistics(
    State(db): State<Db>,
    State(clock): State<Clock>,
    admin: Scoped<Admin>,
    Params(query): Params<LoyaltyQuery>,
) -> ApiResult<Answer<LoyaltyStatistics>> {
    let (scope, now, wanted) = (admin.scope, clock.now(), Wanted::from(query));
    let lookup = admin.answer(&POLICY).with(format_args!("{wanted:?}"));
    let load = move || async move { Ok(statistics::load(db.reads(), scope, &wanted, now).await?.into()) };
    lookup.load(load).await
}
