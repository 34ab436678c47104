//! Disputes, as those who end them and those who are part of them see them.

mod analytics;
mod dashboard;
mod detail;
mod pending;
mod resolve_dispute;

use chrono::{DateTime, Duration, Utc};
use sea_orm::Set;
use tally_entity::{DisputeStatus, ResolutionOutcome, dispute};

const DASHBOARD: &str = "/admin-management/disputes/dashboard/";
const ANALYTICS: &str = "/admin-management/disputes/analytics/";
const PENDING: &str = "/admin-management/disputes/pending/";
const TICK: Duration = Duration::microseconds(1);

fn raised(at: DateTime<Utc>) -> impl FnOnce(&mut dispute::ActiveModel) {
    move |dispute| dispute.created_at = Set(at)
}

/// Raised and resolved then, with that outcome.
fn resolved(
    raised: DateTime<Utc>,
    at: DateTime<Utc>,
    outcome: ResolutionOutcome,
) -> impl FnOnce(&mut dispute::ActiveModel) {
    move |dispute| {
        (dispute.created_at, dispute.resolved_at) = (Set(raised), Set(Some(at)));
        (dispute.status, dispute.resolution_outcome) = (Set(DisputeStatus::Resolved), Set(Some(outcome)));
    }
}
