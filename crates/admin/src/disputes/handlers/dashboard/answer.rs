//! What the dashboard of disputes shows.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;
use tally_entity::{DisputeId, DisputeStatus, OrderId, UserId};
use tally_http::Decimal;
use utoipa::ToSchema;

use crate::disputes::repository::dashboard::{DisputesDashboard, Group, Pending, Recent, Week};

/// Disputes by where they stand and what they are about.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct DisputesDashboardAnswer {
    summary: DisputesSummary,
    status_breakdown: BTreeMap<String, i64>,
    reason_breakdown: BTreeMap<String, i64>,
    /// Weeks with a dispute, of the last 52.
    weekly_trends: Vec<DisputesWeek>,
    /// Ten, newest first.
    recent_disputes: Vec<RecentDispute>,
    /// Twenty that nobody has taken up, newest first.
    pending_disputes_list: Vec<PendingDispute>,
}

/// How many there are, and how far they got.
#[derive(Debug, Serialize, ToSchema)]
struct DisputesSummary {
    total_disputes: i64,
    /// Nobody has taken them up.
    pending_disputes: i64,
    /// In the last 30 days.
    resolved_recent: i64,
    /// `resolved_recent` again.
    resolved_this_month: i64,
    /// Pending, and the writer has not said anything.
    awaiting_response: i64,
    average_resolution_hours: Option<Decimal>,
}

/// The disputes of a week.
#[derive(Debug, Serialize, ToSchema)]
struct DisputesWeek {
    /// Its Monday.
    week: NaiveDate,
    count: i64,
}

/// A new dispute.
#[derive(Debug, Serialize, ToSchema)]
struct RecentDispute {
    #[schema(value_type = i64)]
    id: DisputeId,
    #[schema(value_type = Option<i64>)]
    order_id: Option<OrderId>,
    order_topic: Option<String>,
    /// The user name.
    raised_by: Option<String>,
    #[schema(value_type = String)]
    status: DisputeStatus,
    created_at: DateTime<Utc>,
}

/// A dispute that nobody has taken up.
#[derive(Debug, Serialize, ToSchema)]
struct PendingDispute {
    #[schema(value_type = i64)]
    id: DisputeId,
    #[schema(value_type = Option<i64>)]
    order_id: Option<OrderId>,
    order_topic: Option<String>,
    reason: String,
    #[schema(value_type = String)]
    dispute_status: DisputeStatus,
    created_at: DateTime<Utc>,
    /// Of the order, like the next.
    #[schema(value_type = Option<i64>)]
    client_id: Option<UserId>,
    #[schema(value_type = Option<i64>)]
    writer_id: Option<UserId>,
}

impl From<DisputesDashboard> for DisputesDashboardAnswer {
    fn from(found: DisputesDashboard) -> Self {
        let DisputesDashboard { groups, weeks, recent, pending } = found;
        Self {
            summary: DisputesSummary::of(&groups),
            status_breakdown: by(&groups, |group| group.status.to_string()),
            reason_breakdown: by(&groups, |group| group.reason_code.to_string()),
            weekly_trends: weeks.into_iter().map(Into::into).collect(),
            recent_disputes: recent.into_iter().map(Into::into).collect(),
            pending_disputes_list: pending.into_iter().map(Into::into).collect(),
        }
    }
}

impl DisputesSummary {
    fn of(groups: &[Group]) -> Self {
        let sum = |figure: fn(&Group) -> i64| groups.iter().map(figure).sum::<i64>();
        let open = |figure: fn(&Group) -> i64| {
            groups.iter().filter(|group| group.status == DisputeStatus::Open).map(figure).sum()
        };
        let resolved_recent = sum(|group| group.resolved_recently);
        Self {
            total_disputes: sum(|group| group.disputes),
            pending_disputes: open(|group| group.disputes),
            resolved_recent,
            resolved_this_month: resolved_recent,
            awaiting_response: open(|group| group.unanswered),
            average_resolution_hours: Decimal::mean_hours(
                sum(|group| group.micros),
                sum(|group| group.resolved),
            ),
        }
    }
}

fn by(groups: &[Group], word: fn(&Group) -> String) -> BTreeMap<String, i64> {
    let mut counts = BTreeMap::new();
    for group in groups {
        *counts.entry(word(group)).or_default() += group.disputes;
    }
    counts
}

impl From<Week> for DisputesWeek {
    fn from(Week { week, disputes: count }: Week) -> Self {
        Self { week, count }
    }
}

impl From<Recent> for RecentDispute {
    fn from(row: Recent) -> Self {
        let Recent { id, order_id, topic: order_topic, username: raised_by, status, created_at } = row;
        Self { id, order_id, order_topic, raised_by, status, created_at }
    }
}

impl From<Pending> for PendingDispute {
    fn from(row: Pending) -> Self {
        let Pending { id, order_id, topic, reason, status, created_at, client_id, assigned_writer_id } = row;
        Self {
            id,
            order_id,
            order_topic: topic,
            reason,
            dispute_status: status,
            created_at,
            client_id,
            writer_id: assigned_writer_id,
        }
    }
}
