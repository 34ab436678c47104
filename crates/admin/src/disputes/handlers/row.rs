//! A dispute as lists and pages show it.

use chrono::{DateTime, Utc};
use serde::Serialize;
use tally_entity::{DisputeId, DisputeReason, DisputeStatus, OrderId, ResolutionOutcome, Role, UserId};
use tally_http::{OrderRef, UserRef, WebsiteRef};
use utoipa::ToSchema;

use crate::disputes::repository::dispute::Dispute;

/// A dispute.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct DisputeRow {
    #[schema(value_type = i64)]
    id: DisputeId,
    order: Option<OrderRef>,
    #[schema(value_type = Option<i64>)]
    order_id: Option<OrderId>,
    order_topic: Option<String>,
    /// There are no disputes about jobs yet.
    #[schema(value_type = Option<i64>)]
    job_id: (),
    raised_by: Option<UserRef>,
    raised_by_username: Option<String>,
    #[schema(value_type = String)]
    dispute_status: DisputeStatus,
    /// `dispute_status` again.
    #[schema(value_type = String)]
    status: DisputeStatus,
    reason: String,
    /// `reason` again.
    dispute_reason: String,
    #[schema(value_type = String)]
    reason_code: DisputeReason,
    writer_responded: bool,
    #[schema(value_type = Option<String>)]
    resolution_outcome: Option<ResolutionOutcome>,
    resolution_notes: Option<String>,
    resolved_by: Option<UserRef>,
    resolved_at: Option<DateTime<Utc>>,
    admin_extended_deadline: Option<DateTime<Utc>>,
    /// Of the order, like the next.
    #[schema(value_type = Option<i64>)]
    client_id: Option<UserId>,
    #[schema(value_type = Option<i64>)]
    writer_id: Option<UserId>,
    website: WebsiteRef,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}

impl DisputeRow {
    /// The dispute as somebody of this role may see it.
    pub(super) fn of(dispute: Dispute, reader: Role) -> Self {
        let Dispute {
            id,
            order_id,
            order_topic,
            client_id,
            writer_id,
            raiser,
            status,
            reason_code,
            reason,
            resolution_outcome,
            resolution_notes,
            writer_responded_at,
            extended_deadline_at,
            resolved_at,
            resolver,
            website,
            created_at,
            updated_at,
        } = dispute;
        let [raised_by, resolved_by] =
            [raiser, resolver].map(|person| person.map(|person| UserRef::seen_by(reader, person)));
        let order = order_id.zip(order_topic.clone()).map(|(id, topic)| OrderRef { id, topic });
        Self {
            id,
            order,
            order_id,
            order_topic,
            job_id: (),
            raised_by_username: raised_by.as_ref().map(|person| person.username.clone()),
            raised_by,
            dispute_status: status,
            status,
            dispute_reason: reason.clone(),
            reason,
            reason_code,
            writer_responded: writer_responded_at.is_some(),
            resolution_outcome,
            resolution_notes,
            resolved_by,
            resolved_at,
            admin_extended_deadline: extended_deadline_at,
            client_id,
            writer_id,
            website: website.into(),
            created_at,
            updated_at,
        }
    }
}
