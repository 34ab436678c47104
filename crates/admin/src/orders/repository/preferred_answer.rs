//! The writer whom a client wants answers.

use sea_orm::{DatabaseTransaction, DbErr, entity::prelude::*};
use tally_entity::{OrderId, OrderStatus, UserId, order, order::lifecycle::Refusal};
use tally_lifecycle::order::{Cause, Given, accept_preferred, decline_preferred, lock};

use super::preferred::wanted;

/// Why an answer changes nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Refused {
    /// No client wants him for such an order.
    Unknown,
    /// The order waits for him no longer.
    Elsewhere(OrderStatus),
    /// The order cannot be his.
    Order(Refusal),
}

/// What the preferred writer says.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Answer<'a> {
    /// He takes it, and this is his user name.
    Yes(&'a str),
    /// He does not, perhaps for a reason.
    No(Option<&'a str>),
}

/// Gives the order to him, or to everybody else.
pub(crate) async fn answer(
    tx: &DatabaseTransaction,
    writer: UserId,
    id: OrderId,
    answer: Answer<'_>,
    cause: &Cause<'_>,
) -> Result<Result<(), Refused>, DbErr> {
    let which = wanted(writer).add(order::COLUMN.id.eq(id));
    let Some(order) = lock(tx, which).await?.pop() else { return Ok(Err(Refused::Unknown)) };
    if order.status != OrderStatus::PendingPreferred {
        return Ok(Err(Refused::Elsewhere(order.status)));
    }
    let done = match answer {
        Answer::Yes(username) => {
            let given = Given { order, writer, username: username.to_owned(), compensation_cents: None };
            accept_preferred(tx, given, cause).await?
        }
        Answer::No(reason) => decline_preferred(tx, order, reason, cause).await?,
    };
    Ok(done.map_err(Refused::Order))
}
