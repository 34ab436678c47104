//! What the main dashboard shows.

mod activity;
mod figures;

use std::collections::BTreeMap;

use serde::Serialize;
use utoipa::ToSchema;

use self::{
    activity::{PromotionRequestRow, RecentActivityRow},
    figures::{
        DashboardHealth, DashboardPayments, DashboardPeople, DashboardReminders, DashboardStats,
        DashboardStatus, breakdown,
    },
};
use crate::dashboard::{
    handlers::{
        lists::{RecentOrderRow, RevenueRow, TopClientRow, TopWriterRow, rows},
        summary::DashboardSummary,
    },
    repository::main_dashboard::MainDashboard,
};

/// Everything the main dashboard shows.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct MainDashboardAnswer {
    stats: DashboardStats,
    #[serde(flatten)]
    people: DashboardPeople,
    #[serde(flatten)]
    summary: DashboardSummary,
    recent_activities: Vec<RecentActivityRow>,
    /// What was done, once more.
    recent_logs: Vec<String>,
    pending_promotion_requests: Vec<PromotionRequestRow>,
    payment_reminder_stats: DashboardReminders,
    recent_orders: Vec<RecentOrderRow>,
    top_writers: Vec<TopWriterRow>,
    top_clients: Vec<TopClientRow>,
    /// Days with a paid order, of the last 30.
    revenue_trends: Vec<RevenueRow>,
    order_status_breakdown: BTreeMap<String, DashboardStatus>,
    system_health: DashboardHealth,
    payment_stats: DashboardPayments,
}

impl From<MainDashboard> for MainDashboardAnswer {
    fn from(parts: MainDashboard) -> Self {
        let MainDashboard {
            orders,
            payments,
            users,
            tickets,
            disputes,
            reminder_configs,
            deletion_messages,
            reminders_sent,
            activities,
            promotion_requests,
            recent_orders,
            top_writers,
            top_clients,
            revenue_trends,
        } = parts;
        let people = DashboardPeople::of(&users);
        Self {
            stats: DashboardStats::of(&people, &orders, &disputes),
            summary: DashboardSummary::of(&orders, &payments, &tickets),
            recent_logs: activities.iter().map(|activity| activity.action.clone()).collect(),
            recent_activities: rows(activities),
            pending_promotion_requests: rows(promotion_requests),
            payment_reminder_stats: DashboardReminders::of(
                &reminder_configs,
                &deletion_messages,
                &reminders_sent,
            ),
            recent_orders: rows(recent_orders),
            top_writers: rows(top_writers),
            top_clients: rows(top_clients),
            revenue_trends: rows(revenue_trends),
            order_status_breakdown: breakdown(&orders),
            system_health: DashboardHealth::of(&orders),
            payment_stats: DashboardPayments::of(&payments),
            people,
        }
    }
}
