//! A writer takes back what he asked for.

use sea_orm::{DatabaseTransaction, DbErr, Set, entity::prelude::*};
use tally_entity::{OrderRequestId, OrderRequestStatus, UserId, order_request};

use super::{
    reject::Refused,
    request::{self, Viewer},
};

/// A request that waits does so no longer.
pub(crate) async fn withdraw(
    tx: &DatabaseTransaction,
    writer: UserId,
    id: OrderRequestId,
) -> Result<Result<(), Refused>, DbErr> {
    let Some(row) = request::lock(tx, Viewer::Writer(writer), id).await? else {
        return Ok(Err(Refused::Unknown));
    };
    if row.status != OrderRequestStatus::Pending {
        return Ok(Err(Refused::Decided(row.status)));
    }
    let withdrawn = order_request::ActiveModel {
        id: Set(id),
        status: Set(OrderRequestStatus::Withdrawn),
        ..Default::default()
    };
    withdrawn.update(tx).await?;
    Ok(Ok(()))
}
