//! A writer takes an order at once.

use sea_orm::{DatabaseTransaction, DbErr, QuerySelect, entity::prelude::*};
use tally_entity::{
    AssignmentSource, OrderId, OrderRequestId, OrderRequestKind, OrderRequestStatus, OrderStatus, order,
};
use tally_lifecycle::order::{Cause, Given, assign, lock};

use super::{
    create::{Asker, put},
    seat,
};

/// Why a writer may not take an order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Refused {
    /// For him there is no such order to be had.
    Unknown,
    /// Nobody takes orders here.
    Disabled,
    /// He has as many as he may have.
    Full,
    /// Somebody was faster.
    Gone,
}

/// The row of the take, and where the order stands now.
pub(crate) async fn take(
    tx: &DatabaseTransaction,
    by: Asker,
    username: &str,
    order: OrderId,
    cause: &Cause<'_>,
) -> Result<Result<(OrderRequestId, OrderStatus), Refused>, DbErr> {
    let free = || order::rules::in_pool(by.website, by.id).add(order::COLUMN.id.eq(order));
    let seen = order::Entity::find().select_only().column(order::Column::Id).filter(free());
    if seen.into_tuple::<OrderId>().one(tx).await?.is_none() {
        return Ok(Err(Refused::Unknown));
    }
    seat::lock(tx, by.id).await?;
    let seat = seat::load(tx, by.id).await?;
    if !seat.takes_enabled {
        return Ok(Err(Refused::Disabled));
    }
    if seat.active_orders >= seat.max_orders.into() || seat.active_takes >= seat.max_takes.into() {
        return Ok(Err(Refused::Full));
    }
    let Some(free) = lock(tx, free()).await?.pop() else { return Ok(Err(Refused::Gone)) };
    let given = Given { order: free, writer: by.id, username: username.to_owned(), compensation_cents: None };
    let outcome = assign(tx, vec![given], AssignmentSource::Take, None, cause).await?;
    let Some(taken) = outcome.changed.first() else { return Ok(Err(Refused::Gone)) };
    let (kind, status) = (OrderRequestKind::Take, OrderRequestStatus::Approved);
    let id = put(tx, (by, order), (kind, status), "", cause.now).await?;
    Ok(Ok((id, taken.after.status)))
}
