//! What the advanced analytics show.

use serde::Serialize;
use tally_http::{Amount, Decimal};
use utoipa::ToSchema;

use super::figures::{
    AdvancedClient, AdvancedDay, AdvancedService, AdvancedWeek, AdvancedWriter, DisputeMetrics,
    RefundMetrics, SupportMetrics, daily, weekly,
};
use crate::dashboard::{
    handlers::lists::rows,
    repository::advanced::{Advanced, OrderDay},
};

/// A period in every respect.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct AdvancedAnswer {
    summary: AdvancedSummary,
    revenue_analytics: RevenueAnalytics,
    order_analytics: OrderAnalytics,
    /// The ten who completed most.
    writer_performance: Vec<AdvancedWriter>,
    /// The ten who paid most.
    client_analytics: Vec<AdvancedClient>,
    support_metrics: SupportMetrics,
    dispute_metrics: DisputeMetrics,
    refund_metrics: RefundMetrics,
    weekly_trends: Vec<AdvancedWeek>,
}

/// The most important figures.
#[derive(Debug, Serialize, ToSchema)]
struct AdvancedSummary {
    total_revenue: Amount,
    total_orders: i64,
    completed_orders: i64,
    completion_rate: Decimal,
    /// Of the paid ones.
    avg_order_value: Option<Amount>,
    total_tickets: i64,
    total_disputes: i64,
    total_refunds: i64,
}

/// What paid orders brought in.
#[derive(Debug, Serialize, ToSchema)]
struct RevenueAnalytics {
    total: Amount,
    /// Days with a paid order.
    daily_breakdown: Vec<AdvancedDay>,
    by_service_type: Vec<AdvancedService>,
}

/// How far orders get.
#[derive(Debug, Serialize, ToSchema)]
struct OrderAnalytics {
    conversion_funnel: ConversionFunnel,
    completion_rate: Decimal,
    avg_order_value: Option<Amount>,
}

/// How many orders are where.
#[derive(Clone, Copy, Debug, Default, Serialize, ToSchema)]
struct ConversionFunnel {
    created: i64,
    paid: i64,
    assigned: i64,
    in_progress: i64,
    submitted: i64,
    completed: i64,
}

impl ConversionFunnel {
    fn of(days: &[OrderDay]) -> Self {
        days.iter().fold(Self::default(), |sum, day| Self {
            created: sum.created + day.created,
            paid: sum.paid + day.paid,
            assigned: sum.assigned + day.assigned,
            in_progress: sum.in_progress + day.in_progress,
            submitted: sum.submitted + day.submitted,
            completed: sum.completed + day.completed,
        })
    }
}

impl From<Advanced> for AdvancedAnswer {
    fn from(found: Advanced) -> Self {
        let Advanced { days, work_types, writers, clients, tickets, disputes, refunds } = found;
        let funnel = ConversionFunnel::of(&days);
        let revenue_cents = days.iter().map(|day| day.revenue_cents).sum();
        let total = Amount::cents(revenue_cents);
        let completion_rate = Decimal::percent(funnel.completed, funnel.created);
        let avg_order_value = Amount::mean(revenue_cents, funnel.paid);
        let support = SupportMetrics::from(tickets);
        Self {
            summary: AdvancedSummary {
                total_revenue: total,
                total_orders: funnel.created,
                completed_orders: funnel.completed,
                completion_rate,
                avg_order_value,
                total_tickets: support.total_tickets,
                total_disputes: disputes.all,
                total_refunds: refunds.all,
            },
            revenue_analytics: RevenueAnalytics {
                total,
                daily_breakdown: daily(&days),
                by_service_type: rows(work_types),
            },
            order_analytics: OrderAnalytics { conversion_funnel: funnel, completion_rate, avg_order_value },
            writer_performance: rows(writers),
            client_analytics: rows(clients),
            support_metrics: support,
            dispute_metrics: disputes.into(),
            refund_metrics: refunds.into(),
            weekly_trends: weekly(&days),
        }
    }
}
