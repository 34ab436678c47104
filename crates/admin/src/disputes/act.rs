//! What belongs to the end of a dispute: where its order goes, what is written down, who is told.

use sea_orm::DatabaseTransaction;
use serde_json::{Value, json};
use tally_auth::{
    Caller,
    audit::{self, ActionKind, Entry, Trail},
    notice::{Event, Notice, notify},
};
use tally_entity::{DisputeId, DisputeStatus, OrderStatus, ResolutionOutcome, WebsiteScope, dispute, order};
use tally_http::{ApiError, ApiResult};
use tally_lifecycle::order::Cause;

use super::repository::resolve_dispute::{self, Resolution, lock_order, move_on};
use crate::differences::differences;

/// What the log of an order calls it.
const ACTION: &str = "resolve_dispute";

/// Ends a locked dispute.
pub(super) async fn resolve(
    tx: &DatabaseTransaction,
    caller: &Caller,
    trail: &Trail,
    before: dispute::Model,
    resolution: Resolution,
) -> ApiResult<()> {
    use DisputeStatus::{Assigned, Closed, Escalated, InReview, Open, Resolved};
    match before.status {
        Open | Assigned | InReview | Escalated => {}
        Resolved | Closed => {
            let status = before.status;
            return Err(ApiError::conflict(format!("The dispute is {status} and cannot become resolved.")));
        }
    }
    let (to, deadline, now) = (target(resolution.outcome), resolution.deadline, resolution.at);
    let (outcome, notes) = (resolution.outcome, resolution.notes.clone());
    let after = resolve_dispute::resolve(tx, before.id, resolution).await?;
    audit::record(tx, entry(caller, trail, &before, &after)).await?;
    let order = match before.order_id {
        Some(order) => lock_order(tx, order).await?,
        None => None,
    };
    tell(tx, caller, &before, order.as_ref(), outcome).await?;
    if let Some(order) = order.filter(|order| order.status == OrderStatus::Disputed) {
        let meta = json!({ "dispute_id": before.id, "resolution_outcome": outcome, "reason": notes });
        let cause = Cause { by: caller.into(), trail, action: ACTION, meta, now };
        let moved = move_on(tx, order, to, deadline, &cause).await?;
        moved.map_err(|refusal| ApiError::conflict(refusal.to_string()))?;
    }
    Ok(())
}

/// The dispute, which nobody else can change until the transaction ends.
pub(super) async fn find(
    tx: &DatabaseTransaction,
    scope: WebsiteScope,
    id: DisputeId,
) -> ApiResult<dispute::Model> {
    resolve_dispute::lock(tx, scope, id).await?.ok_or_else(unknown)
}

/// Where an order in dispute goes.
fn target(outcome: ResolutionOutcome) -> OrderStatus {
    match outcome {
        ResolutionOutcome::ClientWins => OrderStatus::Cancelled,
        ResolutionOutcome::WriterWins | ResolutionOutcome::Partial | ResolutionOutcome::Dismissed => {
            OrderStatus::Closed
        }
        ResolutionOutcome::ExtendDeadline => OrderStatus::InProgress,
        ResolutionOutcome::Reassign => OrderStatus::RevisionRequested,
    }
}

fn entry<'a>(
    caller: &Caller,
    trail: &'a Trail,
    before: &dispute::Model,
    after: &dispute::Model,
) -> Entry<'a> {
    let outcome = after.resolution_outcome.map_or("resolved", ResolutionOutcome::as_str);
    let (was, is) = differences(columns(before), columns(after));
    Entry {
        actor: caller.into(),
        kind: ActionKind::Status,
        action: format!("Resolved dispute {}: {outcome}", before.id),
        website: Some(before.website_id),
        target: ("dispute", before.id.0),
        before: was,
        after: is,
        trail,
    }
}

fn columns(dispute: &dispute::Model) -> Value {
    json!({
        "status": dispute.status,
        "resolution_outcome": dispute.resolution_outcome,
        "resolution_notes": dispute.resolution_notes,
        "extended_deadline_at": dispute.extended_deadline_at,
        "resolved_at": dispute.resolved_at,
        "resolved_by_id": dispute.resolved_by_id,
    })
}

/// Who raised it, the client and the writer.
async fn tell(
    tx: &DatabaseTransaction,
    caller: &Caller,
    dispute: &dispute::Model,
    order: Option<&order::Model>,
    outcome: ResolutionOutcome,
) -> ApiResult<()> {
    let words = crate::title::title(outcome.as_str());
    let (event, site) = (Event::DisputeResolved, dispute.website_id);
    let notice = match order {
        Some(order) => {
            Notice::of_order(event, order.id, format!("Order {}, {}: {words}.", order.id, order.topic), site)
        }
        None => Notice::plain(event, format!("Dispute {}: {words}.", dispute.id), Some(site)),
    };
    let parties = order.map(|order| [order.client_id, order.assigned_writer_id]).unwrap_or_default();
    let told = parties.into_iter().chain([dispute.raised_by_id]).flatten();
    Ok(notify(tx, caller.into(), told.map(|person| (person, notice.clone()))).await?)
}

/// 404.
pub(super) fn unknown() -> ApiError {
    ApiError::not_found("There is no such dispute.")
}
