//! A writer asks for an order.

use chrono::{DateTime, Utc};
use sea_orm::{
    DatabaseTransaction, DbErr, QuerySelect, Set,
    entity::prelude::*,
    sea_query::{LockType, OnConflict},
};
use tally_auth::{
    audit::Actor,
    notice::{Event, Notice, notify, staff_of},
};
use tally_entity::{
    OrderId, OrderRequestId, OrderRequestKind, OrderRequestStatus, Role, UserId, WebsiteId, order,
    order_request,
};

use super::seat;

/// Who asks or takes: a writer, and where he writes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Asker {
    pub(crate) id: UserId,
    pub(crate) website: WebsiteId,
}

/// Why a writer may not ask for an order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Refused {
    /// For him there is no such order to be had.
    Unknown,
    /// He asked for it before.
    Asked,
    /// He waits for so many already.
    Full(i32),
}

/// The new request, or the old one that waits again.
pub(crate) async fn ask(
    tx: &DatabaseTransaction,
    by: Asker,
    order: OrderId,
    reason: &str,
    now: DateTime<Utc>,
) -> Result<Result<OrderRequestId, Refused>, DbErr> {
    seat::lock(tx, by.id).await?;
    // Nobody gives it away before the request stands.
    let free = order::Entity::find()
        .filter(order::rules::in_pool(by.website, by.id))
        .filter(order::COLUMN.id.eq(order))
        .lock(LockType::Share)
        .one(tx)
        .await?;
    let Some(free) = free else { return Ok(Err(Refused::Unknown)) };
    if let Some(earlier) = earlier(tx, by.id, order).await?
        && !matches!(earlier, OrderRequestStatus::Withdrawn | OrderRequestStatus::Expired)
    {
        return Ok(Err(Refused::Asked));
    }
    let seat = seat::load(tx, by.id).await?;
    if seat.pending_requests >= seat.max_requests.into() {
        return Ok(Err(Refused::Full(seat.max_requests)));
    }
    let kind = OrderRequestKind::Request;
    let id = put(tx, (by, order), (kind, OrderRequestStatus::Pending), reason, now).await?;
    let about = format!("Order {}: {}", free.id, free.topic);
    let notice = Notice::of_order(Event::OrderRequested, free.id, about, free.website_id);
    let told = staff_of(tx, free.website_id, &[Role::Superadmin, Role::Admin]).await?;
    let by = Actor { id: by.id, role: Role::Writer };
    notify(tx, by, told.into_iter().map(|who| (who, notice.clone()))).await?;
    Ok(Ok(id))
}

async fn earlier(
    tx: &DatabaseTransaction,
    writer: UserId,
    order: OrderId,
) -> Result<Option<OrderRequestStatus>, DbErr> {
    order_request::Entity::find()
        .select_only()
        .column(order_request::Column::Status)
        .filter(order_request::COLUMN.order_id.eq(order))
        .filter(order_request::COLUMN.writer_id.eq(writer))
        .filter(order_request::COLUMN.kind.eq(OrderRequestKind::Request))
        .into_tuple()
        .one(tx)
        .await
}

/// A writer has one row of each kind for an order: an old one becomes the new one.
pub(super) async fn put(
    tx: &DatabaseTransaction,
    (by, order): (Asker, OrderId),
    (kind, status): (OrderRequestKind, OrderRequestStatus),
    reason: &str,
    now: DateTime<Utc>,
) -> Result<OrderRequestId, DbErr> {
    use order_request::Column::{
        CreatedAt, ExpiresAt, Kind, OrderId, Reason, ReviewedAt, ReviewedById, Status, WriterId,
    };
    let row = order_request::ActiveModel {
        website_id: Set(by.website),
        order_id: Set(order),
        writer_id: Set(by.id),
        kind: Set(kind),
        status: Set(status),
        reason: Set(reason.to_owned()),
        expires_at: Set(None),
        reviewed_by_id: Set(None),
        reviewed_at: Set(None),
        created_at: Set(now),
        ..Default::default()
    };
    let anew = OnConflict::columns([OrderId, WriterId, Kind])
        .update_columns([Status, Reason, ExpiresAt, ReviewedById, ReviewedAt, CreatedAt])
        .to_owned();
    let row = order_request::Entity::insert(row).on_conflict(anew).exec_with_returning(tx).await?;
    Ok(row.id)
}
