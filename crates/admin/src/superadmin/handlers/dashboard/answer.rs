//! What the superadmin's dashboard shows.

use serde::Serialize;
use tally_entity::WebsiteId;
use tally_http::Amount;
use utoipa::ToSchema;

use super::figures::{
    SuperadminCases, SuperadminHealth, SuperadminMoney, SuperadminOrders, SuperadminPeople, SuperadminTips,
};
use crate::{
    dashboard::handlers::lists::{RecentOrderRow, RevenueRow, TopClientRow, TopWriterRow, rows},
    superadmin::repository::dashboard::{SuperadminDashboard, WebsiteStats},
};

/// Everything the superadmin's dashboard shows.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct SuperadminDashboardAnswer {
    #[serde(flatten)]
    people: SuperadminPeople,
    #[serde(flatten)]
    money: SuperadminMoney,
    #[serde(flatten)]
    orders: SuperadminOrders,
    #[serde(flatten)]
    cases: SuperadminCases,
    tip_stats: SuperadminTips,
    recent_orders: Vec<RecentOrderRow>,
    top_writers: Vec<TopWriterRow>,
    top_clients: Vec<TopClientRow>,
    /// Days with a paid order, of the last 30.
    revenue_trends: Vec<RevenueRow>,
    /// The ten with most orders.
    website_stats: Vec<WebsiteStatsRow>,
    system_health: SuperadminHealth,
}

/// A website in figures.
#[derive(Debug, Serialize, ToSchema)]
struct WebsiteStatsRow {
    #[schema(value_type = i64)]
    id: WebsiteId,
    name: String,
    domain: String,
    is_active: bool,
    order_count: i64,
    user_count: i64,
    /// Of its paid orders.
    total_revenue: Amount,
}

impl From<WebsiteStats> for WebsiteStatsRow {
    fn from(row: WebsiteStats) -> Self {
        let WebsiteStats { id, name, domain, is_active, orders, revenue_cents, users } = row;
        Self {
            id,
            name,
            domain,
            is_active,
            order_count: orders,
            user_count: users,
            total_revenue: Amount::cents(revenue_cents),
        }
    }
}

impl From<SuperadminDashboard> for SuperadminDashboardAnswer {
    fn from(parts: SuperadminDashboard) -> Self {
        let SuperadminDashboard {
            users,
            payments,
            refunded_cents,
            waiting_payouts_cents,
            orders,
            disputes,
            tickets,
            tips,
            recent_orders,
            top_writers,
            top_clients,
            revenue_trends,
            websites,
        } = parts;
        Self {
            people: SuperadminPeople::of(&users),
            money: SuperadminMoney::of(&payments, waiting_payouts_cents, refunded_cents),
            orders: SuperadminOrders::of(&orders),
            cases: SuperadminCases::of(&disputes, &tickets),
            tip_stats: tips.into(),
            recent_orders: rows(recent_orders),
            top_writers: rows(top_writers),
            top_clients: rows(top_clients),
            revenue_trends: rows(revenue_trends),
            website_stats: rows(websites),
            system_health: SuperadminHealth::of(&orders, &users),
        }
    }
}
