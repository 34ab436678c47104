//! A writer takes the order he was offered, or does not.

use sea_orm::{ColumnTrait as _, DatabaseTransaction, DbErr, EntityTrait as _, QueryFilter as _, Set};
use tally_auth::notice::Event;
use tally_entity::{
    AssignmentSource, AssignmentStatus, OrderStatus, order, order::lifecycle::Refusal, order_assignment,
};

use super::{
    Cause, Given,
    assign::{decide_requests, give},
    change, standing, tell,
};

/// The writer of an open offer takes its order, which is locked. Requests for it are decided by that, and
/// everybody concerned is told. Says why not, when the order has gone elsewhere meanwhile.
///
/// # Errors
/// When the database refuses; the transaction is then of no more use.
pub async fn accept_offer(
    tx: &DatabaseTransaction,
    order: order::Model,
    offer: &order_assignment::Model,
    username: &str,
    cause: &Cause<'_>,
) -> Result<Result<(), Refusal>, DbErr> {
    if order.assigned_writer_id.is_some_and(|writer| writer != offer.writer_id) {
        return Ok(Err(Refusal::Assigned));
    }
    let path = match standing(&order).accepted() {
        Ok(path) => path,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let given =
        [Given { order, writer: offer.writer_id, username: username.to_owned(), compensation_cents: None }];
    let with_writer = give(tx, &given, cause).await?;
    change::go(tx, with_writer, path, cause).await?;
    answer(tx, offer, AssignmentStatus::Accepted, cause).await?;
    let rejected = decide_requests(tx, &given, cause).await?;
    tell::of_assignments(tx, &given, AssignmentSource::Admin, &rejected, cause).await?;
    tell::person(tx, offer.assigned_by_id, Event::OfferAccepted, &given[0].order, cause).await?;
    Ok(Ok(()))
}

/// The writer of an open offer does not want its order, which is locked: it is free again. Says why not, when
/// the order has gone elsewhere meanwhile.
///
/// # Errors
/// When the database refuses; the transaction is then of no more use.
pub async fn decline_offer(
    tx: &DatabaseTransaction,
    order: order::Model,
    offer: &order_assignment::Model,
    cause: &Cause<'_>,
) -> Result<Result<(), Refusal>, DbErr> {
    let path = [OrderStatus::Available];
    if order.status != OrderStatus::Available
        && let Err(refusal) = standing(&order).may_go(&path)
    {
        return Ok(Err(refusal));
    }
    answer(tx, offer, AssignmentStatus::Declined, cause).await?;
    if order.status == OrderStatus::Available {
        let free = order::ActiveModel {
            assigned_writer_id: Set(None),
            assigned_at: Set(None),
            ..Default::default()
        };
        let which = order::COLUMN.id.eq(order.id);
        order::Entity::update_many().set(free).filter(which).exec(tx).await?;
    } else {
        change::go(tx, vec![order.clone()], &path, cause).await?;
    }
    tell::person(tx, offer.assigned_by_id, Event::OfferDeclined, &order, cause).await?;
    Ok(Ok(()))
}

async fn answer(
    tx: &DatabaseTransaction,
    offer: &order_assignment::Model,
    status: AssignmentStatus,
    cause: &Cause<'_>,
) -> Result<(), DbErr> {
    let answered = order_assignment::ActiveModel {
        status: Set(status),
        responded_at: Set(Some(cause.now)),
        ..Default::default()
    };
    let which = order_assignment::COLUMN.id.eq(offer.id);
    order_assignment::Entity::update_many().set(answered).filter(which).exec(tx).await?;
    Ok(())
}
