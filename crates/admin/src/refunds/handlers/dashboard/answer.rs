//! What the dashboard of refunds shows.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;
use tally_entity::{OrderId, PaymentId, RefundId, RefundMethod, RefundStatus, RefundType, UserId};
use tally_http::Amount;
use utoipa::ToSchema;

use crate::refunds::{
    handlers::analytics::RefundSums,
    repository::dashboard::{Group, Pending, Recent, RefundsDashboard, RequestedWeek},
};

/// Refunds by where they stand.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct RefundsDashboardAnswer {
    summary: RefundsSummary,
    status_breakdown: BTreeMap<String, RefundSums>,
    type_breakdown: BTreeMap<String, i64>,
    /// Weeks with a refund, of the last 52.
    weekly_trends: Vec<RefundsWeek>,
    /// Ten, newest first.
    recent_refunds: Vec<RecentRefund>,
    /// Twenty that wait, newest first.
    pending_refunds_list: Vec<PendingRefund>,
}

/// How many there are, and of how much.
#[derive(Debug, Serialize, ToSchema)]
struct RefundsSummary {
    total_refunds: i64,
    pending_refunds: i64,
    processed_refunds: i64,
    rejected_refunds: i64,
    /// Of every status.
    total_amount: Amount,
    /// `total_amount` again.
    total_requested: Amount,
    pending_amount: Amount,
    /// `pending_amount` again.
    pending_total: Amount,
    /// Made in the last 30 days.
    processed_recent: i64,
    /// `processed_recent` again.
    processed_this_month: i64,
    /// Of those made in the last 30 days.
    processed_amount: Amount,
    /// `processed_amount` again.
    total_processed_this_month: Amount,
    average_refund_amount: Option<Amount>,
}

/// The refunds of a week.
#[derive(Debug, Serialize, ToSchema)]
struct RefundsWeek {
    /// Its Monday.
    week: NaiveDate,
    #[serde(flatten)]
    sums: RefundSums,
}

/// A new refund.
#[derive(Debug, Serialize, ToSchema)]
struct RecentRefund {
    #[schema(value_type = i64)]
    id: RefundId,
    #[schema(value_type = i64)]
    order_payment_id: PaymentId,
    /// The user name.
    client: Option<String>,
    amount: Amount,
    #[schema(value_type = String)]
    status: RefundStatus,
    #[schema(value_type = String)]
    refund_method: RefundMethod,
    created_at: DateTime<Utc>,
}

/// A refund that waits to be made.
#[derive(Debug, Serialize, ToSchema)]
struct PendingRefund {
    #[schema(value_type = i64)]
    id: RefundId,
    #[schema(value_type = Option<i64>)]
    order_id: Option<OrderId>,
    amount: Amount,
    wallet_amount: Amount,
    external_amount: Amount,
    #[serde(rename = "type")]
    #[schema(value_type = String)]
    kind: RefundType,
    #[schema(value_type = String)]
    status: RefundStatus,
    /// It is not made yet.
    #[schema(value_type = Option<String>)]
    processed_at: (),
    #[schema(value_type = Option<i64>)]
    client_id: Option<UserId>,
}

impl From<RefundsDashboard> for RefundsDashboardAnswer {
    fn from(found: RefundsDashboard) -> Self {
        let RefundsDashboard { groups, weeks, recent, pending } = found;
        let (mut statuses, mut types) = (BTreeMap::<_, (i64, i64)>::new(), BTreeMap::new());
        for group in &groups {
            let (refunds, cents) = statuses.entry(group.status.to_string()).or_default();
            *refunds += group.refunds;
            *cents += group.cents;
            *types.entry(group.kind.to_string()).or_default() += group.refunds;
        }
        let sums = |(word, (refunds, cents))| (word, RefundSums::new(refunds, cents));
        Self {
            summary: RefundsSummary::of(&groups),
            status_breakdown: statuses.into_iter().map(sums).collect(),
            type_breakdown: types,
            weekly_trends: weeks.into_iter().map(Into::into).collect(),
            recent_refunds: recent.into_iter().map(Into::into).collect(),
            pending_refunds_list: pending.into_iter().map(Into::into).collect(),
        }
    }
}

impl RefundsSummary {
    fn of(groups: &[Group]) -> Self {
        let sum = |figure: fn(&Group) -> i64| groups.iter().map(figure).sum::<i64>();
        let of = |status, figure: fn(&Group) -> i64| {
            groups.iter().filter(|group| group.status == status).map(figure).sum::<i64>()
        };
        let (total_refunds, cents) = (sum(|group| group.refunds), sum(|group| group.cents));
        let pending = Amount::cents(of(RefundStatus::Pending, |group| group.cents));
        let (recent, recent_amount) =
            (sum(|group| group.recent), Amount::cents(sum(|group| group.recent_cents)));
        Self {
            total_refunds,
            pending_refunds: of(RefundStatus::Pending, |group| group.refunds),
            processed_refunds: of(RefundStatus::Processed, |group| group.refunds),
            rejected_refunds: of(RefundStatus::Rejected, |group| group.refunds),
            total_amount: Amount::cents(cents),
            total_requested: Amount::cents(cents),
            pending_amount: pending,
            pending_total: pending,
            processed_recent: recent,
            processed_this_month: recent,
            processed_amount: recent_amount,
            total_processed_this_month: recent_amount,
            average_refund_amount: Amount::mean(cents, total_refunds),
        }
    }
}

impl From<RequestedWeek> for RefundsWeek {
    fn from(RequestedWeek { week, refunds, cents }: RequestedWeek) -> Self {
        Self { week, sums: RefundSums::new(refunds, cents) }
    }
}

impl From<Recent> for RecentRefund {
    fn from(row: Recent) -> Self {
        let Recent { id, payment_id, username: client, cents, status, refund_method, created_at } = row;
        let amount = Amount::cents(cents);
        Self { id, order_payment_id: payment_id, client, amount, status, refund_method, created_at }
    }
}

impl From<Pending> for PendingRefund {
    fn from(row: Pending) -> Self {
        let Pending { id, order_id, wallet_amount_cents, external_amount_cents, kind, status, client_id } =
            row;
        Self {
            id,
            order_id,
            amount: Amount::cents(wallet_amount_cents + external_amount_cents),
            wallet_amount: Amount::cents(wallet_amount_cents),
            external_amount: Amount::cents(external_amount_cents),
            kind,
            status,
            processed_at: (),
            client_id,
        }
    }
}
