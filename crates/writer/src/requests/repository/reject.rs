//! A writer does not get the order he asked for.

use chrono::{DateTime, Utc};
use sea_orm::{DatabaseTransaction, DbErr, Set, entity::prelude::*};
use tally_auth::{
    audit::Actor,
    notice::{Event, Notice, notify},
};
use tally_entity::{OrderRequestId, OrderRequestStatus, WebsiteScope, order_request};

use super::request::{self, Viewer};

/// Why a request stays as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Refused {
    /// There is no such request.
    Unknown,
    /// It was decided already, or taken back.
    Decided(OrderRequestStatus),
}

/// The request as it is now; its writer is told.
pub(crate) async fn reject(
    tx: &DatabaseTransaction,
    scope: WebsiteScope,
    id: OrderRequestId,
    by: Actor,
    now: DateTime<Utc>,
) -> Result<Result<order_request::Model, Refused>, DbErr> {
    let Some(row) = request::lock(tx, Viewer::Staff(scope), id).await? else {
        return Ok(Err(Refused::Unknown));
    };
    if row.status != OrderRequestStatus::Pending {
        return Ok(Err(Refused::Decided(row.status)));
    }
    let rejected = order_request::ActiveModel {
        id: Set(id),
        status: Set(OrderRequestStatus::Rejected),
        reviewed_by_id: Set(Some(by.id)),
        reviewed_at: Set(Some(now)),
        ..Default::default()
    };
    let row = rejected.update(tx).await?;
    let about = format!("Order {}", row.order_id);
    let notice = Notice::of_order(Event::OrderRequestRejected, row.order_id, about, row.website_id);
    notify(tx, by, [(row.writer_id, notice)]).await?;
    Ok(Ok(row))
}
