//! A writer takes the order that its client wants him for, or does not.

use sea_orm::{
    ColumnTrait as _, DatabaseTransaction, DbErr, EntityTrait as _, QueryFilter as _, Set,
    sea_query::OnConflict,
};
use tally_auth::notice::Event;
use tally_entity::{
    AssignmentSource, OrderStatus, PreferredWriterAnswer, order, order::lifecycle::Refusal,
    preferred_writer_response,
};

use super::{Cause, Given, Outcome, assign, change, tell};

/// The preferred writer takes the order, which is locked, with everything that belongs to it.
///
/// # Errors
/// When the database refuses; the transaction is then of no more use.
pub async fn accept_preferred(
    tx: &DatabaseTransaction,
    given: Given,
    cause: &Cause<'_>,
) -> Result<Result<(), Refusal>, DbErr> {
    let order = given.order.clone();
    let outcome = assign(tx, vec![given], AssignmentSource::Preferred, None, cause).await?;
    if let Some(refusal) = refusal(&outcome) {
        return Ok(Err(refusal));
    }
    write_down(tx, &order, PreferredWriterAnswer::Accepted, None, cause).await?;
    Ok(Ok(()))
}

/// The preferred writer does not want the order, which is locked: it is everybody else's.
///
/// # Errors
/// When the database refuses; the transaction is then of no more use.
pub async fn decline_preferred(
    tx: &DatabaseTransaction,
    order: order::Model,
    reason: Option<&str>,
    cause: &Cause<'_>,
) -> Result<Result<(), Refusal>, DbErr> {
    let outcome = change::go(tx, vec![order.clone()], &[OrderStatus::Available], cause).await?;
    if let Some(refusal) = refusal(&outcome) {
        return Ok(Err(refusal));
    }
    let nobodys = order::ActiveModel { preferred_writer_id: Set(None), ..Default::default() };
    let which = order::COLUMN.id.eq(order.id);
    order::Entity::update_many().set(nobodys).filter(which).exec(tx).await?;
    write_down(tx, &order, PreferredWriterAnswer::Declined, reason, cause).await?;
    tell::person(tx, order.client_id, Event::PreferredDeclined, &order, cause).await?;
    Ok(Ok(()))
}

fn refusal(outcome: &Outcome) -> Option<Refusal> {
    outcome.refused.first().map(|(_, refusal)| *refusal)
}

/// An order has one answer: that of the writer who was preferred last.
async fn write_down(
    tx: &DatabaseTransaction,
    order: &order::Model,
    response: PreferredWriterAnswer,
    reason: Option<&str>,
    cause: &Cause<'_>,
) -> Result<(), DbErr> {
    use preferred_writer_response::Column::{CreatedAt, OrderId, Reason, Response, WriterId};
    let row = preferred_writer_response::ActiveModel {
        website_id: Set(order.website_id),
        order_id: Set(order.id),
        writer_id: Set(cause.by.id),
        response: Set(response),
        reason: Set(reason.map(ToOwned::to_owned)),
        created_at: Set(cause.now),
        ..Default::default()
    };
    let last = OnConflict::column(OrderId).update_columns([WriterId, Response, Reason, CreatedAt]).to_owned();
    preferred_writer_response::Entity::insert(row).on_conflict(last).exec_without_returning(tx).await?;
    Ok(())
}
