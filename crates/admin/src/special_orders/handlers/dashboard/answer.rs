//! What the dashboard of special orders shows.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde::Serialize;
use tally_entity::{SpecialOrderId, SpecialOrderPricing, SpecialOrderStatus, UserId};
use tally_http::Amount;
use utoipa::ToSchema;

use crate::special_orders::repository::dashboard::{
    OpenInstallments, PendingApproval, SpecialDashboard, SpecialGroup,
};

/// Special orders by where they stand.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct SpecialDashboardAnswer {
    summary: SpecialSummary,
    status_breakdown: BTreeMap<String, i64>,
    type_breakdown: BTreeMap<String, i64>,
    /// The newest 20 that were submitted and that nobody approved of.
    pending_approvals_list: Vec<SpecialApproval>,
}

/// Figures of all special orders.
#[derive(Debug, Serialize, ToSchema)]
struct SpecialSummary {
    total_orders: i64,
    inquiry_orders: i64,
    awaiting_approval: i64,
    in_progress: i64,
    completed: i64,
    /// Inquired or submitted, and nobody approved of it.
    needs_approval: i64,
    /// Inquired or submitted, to be estimated, without a cost.
    needs_estimation: i64,
    /// Made in the last 30 days.
    recent_orders: i64,
    /// Of the completed ones.
    total_revenue: Amount,
    /// Of those with a cost.
    avg_order_value: Option<Amount>,
    /// Not paid, of special orders in work or done.
    pending_installments: i64,
    /// Special orders that have some of these.
    orders_with_installments: i64,
    /// Submitted, and nobody approved of it.
    pending_approvals: i64,
    /// What those that are not completed require, paid or not.
    total_pending_deposits: Amount,
}

/// A special order that waits for approval.
#[derive(Debug, Serialize, ToSchema)]
struct SpecialApproval {
    #[schema(value_type = i64)]
    id: SpecialOrderId,
    #[schema(value_type = i64)]
    client_id: UserId,
    client_username: String,
    #[schema(value_type = String)]
    order_type: SpecialOrderPricing,
    total_cost: Option<Amount>,
    deposit_required: Option<Amount>,
    duration_days: i32,
    /// The first 200 characters.
    inquiry_details: String,
    created_at: DateTime<Utc>,
}

impl From<SpecialDashboard> for SpecialDashboardAnswer {
    fn from(SpecialDashboard { groups, open, pending }: SpecialDashboard) -> Self {
        let mut answer = Self {
            summary: SpecialSummary::of(&groups, &open),
            status_breakdown: BTreeMap::new(),
            type_breakdown: BTreeMap::new(),
            pending_approvals_list: pending.into_iter().map(Into::into).collect(),
        };
        for row in groups {
            *answer.status_breakdown.entry(row.status.to_string()).or_default() += row.orders;
            *answer.type_breakdown.entry(row.order_type.to_string()).or_default() += row.orders;
        }
        answer
    }
}

impl SpecialSummary {
    fn of(groups: &[SpecialGroup], open: &OpenInstallments) -> Self {
        use SpecialOrderStatus::{AwaitingApproval, Completed, InProgress, Inquiry};
        let all = |figure: fn(&SpecialGroup) -> i64| groups.iter().map(figure).sum::<i64>();
        let of = |status, figure: fn(&SpecialGroup) -> i64| {
            groups.iter().filter(|row| row.status == status).map(figure).sum::<i64>()
        };
        let [inquiry_orders, awaiting_approval, in_progress, completed] =
            [Inquiry, AwaitingApproval, InProgress, Completed].map(|status| of(status, |row| row.orders));
        let deposits =
            [Inquiry, AwaitingApproval, InProgress].map(|status| of(status, |row| row.deposit_cents));
        let OpenInstallments { installments, orders } = open;
        Self {
            total_orders: all(|row| row.orders),
            inquiry_orders,
            awaiting_approval,
            in_progress,
            completed,
            needs_approval: all(|row| row.needs_approval),
            needs_estimation: all(|row| row.needs_estimate),
            recent_orders: all(|row| row.recent),
            total_revenue: Amount::cents(of(Completed, |row| row.cents)),
            avg_order_value: Amount::mean(all(|row| row.cents), all(|row| row.priced)),
            pending_installments: *installments,
            orders_with_installments: *orders,
            pending_approvals: all(|row| row.pending_approvals),
            total_pending_deposits: Amount::cents(deposits.iter().sum()),
        }
    }
}

impl From<PendingApproval> for SpecialApproval {
    fn from(row: PendingApproval) -> Self {
        let PendingApproval {
            id,
            client_id,
            client_username,
            order_type,
            total_cost_cents,
            deposit_required_cents,
            duration_days,
            inquiry,
            created_at,
        } = row;
        Self {
            id,
            client_id,
            client_username,
            order_type,
            total_cost: total_cost_cents.map(Amount::cents),
            deposit_required: deposit_required_cents.map(Amount::cents),
            duration_days,
            inquiry_details: inquiry,
            created_at,
        }
    }
}
