//! A writer answers what he was offered.

use sea_orm::{Condition, DatabaseTransaction, DbErr, QuerySelect, entity::prelude::*, sea_query::LockType};
use tally_entity::{
    AssignmentStatus, OrderAssignmentId, OrderId, UserId, order, order::lifecycle::Refusal, order_assignment,
};
use tally_lifecycle::order::{Cause, accept_offer, decline_offer, lock};

/// Why an answer changes nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Refused {
    /// He was never offered such a thing.
    Unknown,
    /// It was answered, or ended.
    Answered(AssignmentStatus),
    /// The order is elsewhere now.
    Order(Refusal),
}

/// The order that he has, or has not; `username` when he takes it.
pub(crate) async fn answer(
    tx: &DatabaseTransaction,
    writer: UserId,
    offer: OrderAssignmentId,
    username: Option<&str>,
    cause: &Cause<'_>,
) -> Result<Result<OrderId, Refused>, DbErr> {
    let own = || order_assignment::Entity::find().filter(which(writer, offer));
    // The order first, like everybody who changes one.
    let seen = own().select_only().column(order_assignment::Column::OrderId);
    let Some(id) = seen.into_tuple::<OrderId>().one(tx).await? else { return Ok(Err(Refused::Unknown)) };
    let counted = Condition::all().add(order::COLUMN.id.eq(id)).add(order::rules::counted());
    let Some(order) = lock(tx, counted).await?.pop() else { return Ok(Err(Refused::Unknown)) };
    let Some(offer) = own().lock(LockType::Update).one(tx).await? else { return Ok(Err(Refused::Unknown)) };
    if offer.status != AssignmentStatus::Offered {
        return Ok(Err(Refused::Answered(offer.status)));
    }
    let done = match username {
        Some(username) => accept_offer(tx, order, &offer, username, cause).await?,
        None => decline_offer(tx, order, &offer, cause).await?,
    };
    Ok(done.map(|()| id).map_err(Refused::Order))
}

fn which(writer: UserId, offer: OrderAssignmentId) -> Condition {
    let assignment = order_assignment::COLUMN;
    Condition::all().add(assignment.id.eq(offer)).add(assignment.writer_id.eq(writer))
}
