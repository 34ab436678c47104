//! A dispute ends.

use chrono::{DateTime, Utc};
use sea_orm::{Condition, DatabaseTransaction, DbErr, QuerySelect, Set, entity::prelude::*};
use tally_entity::{
    DisputeId, DisputeStatus, OrderId, OrderStatus, ResolutionOutcome, UserId, WebsiteScope, dispute, order,
    order::lifecycle::Refusal,
};
use tally_lifecycle::order::{self as life, Cause, change};

/// How a dispute ends.
#[derive(Clone, Debug)]
pub(crate) struct Resolution {
    pub(crate) outcome: ResolutionOutcome,
    pub(crate) notes: String,
    /// When the work is due instead.
    pub(crate) deadline: Option<DateTime<Utc>>,
    pub(crate) by: UserId,
    pub(crate) at: DateTime<Utc>,
}

/// Nothing when there is no such dispute in the scope; otherwise it stays as it is until the transaction ends.
pub(crate) async fn lock(
    tx: &DatabaseTransaction,
    scope: WebsiteScope,
    id: DisputeId,
) -> Result<Option<dispute::Model>, DbErr> {
    let disputes = dispute::Entity::find_by_id(id).filter(scope.of(dispute::COLUMN.website_id));
    disputes.lock_exclusive().one(tx).await
}

/// The dispute as it is afterwards.
pub(crate) async fn resolve(
    tx: &DatabaseTransaction,
    id: DisputeId,
    resolution: Resolution,
) -> Result<dispute::Model, DbErr> {
    let Resolution { outcome, notes, deadline, by, at } = resolution;
    let row = dispute::ActiveModel {
        id: Set(id),
        status: Set(DisputeStatus::Resolved),
        resolution_outcome: Set(Some(outcome)),
        resolution_notes: Set(Some(notes)),
        extended_deadline_at: Set(deadline),
        resolved_at: Set(Some(at)),
        resolved_by_id: Set(Some(by)),
        ..Default::default()
    };
    row.update(tx).await
}

/// The order, unless it was removed; nobody else changes it until the transaction ends.
pub(crate) async fn lock_order(tx: &DatabaseTransaction, id: OrderId) -> Result<Option<order::Model>, DbErr> {
    let which = Condition::all().add(order::COLUMN.id.eq(id)).add(order::rules::counted());
    Ok(life::lock(tx, which).await?.pop())
}

/// Takes a locked order from the dispute to where the outcome leads, or says why it stays. The transaction is
/// then of no more use.
pub(crate) async fn move_on(
    tx: &DatabaseTransaction,
    order: order::Model,
    to: OrderStatus,
    deadline: Option<DateTime<Utc>>,
    cause: &Cause<'_>,
) -> Result<Result<(), Refusal>, DbErr> {
    if let Some(deadline) = deadline {
        let row = order::ActiveModel {
            client_deadline_at: Set(Some(deadline)),
            writer_deadline_at: Set(Some(deadline)),
            ..Default::default()
        };
        order::Entity::update_many().set(row).filter(order::COLUMN.id.eq(order.id)).exec(tx).await?;
    }
    let outcome = change(tx, vec![order], to, cause).await?;
    Ok(outcome.refused.first().map_or(Ok(()), |(_, refusal)| Err(*refusal)))
}
