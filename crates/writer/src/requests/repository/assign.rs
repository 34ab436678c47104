//! A writer gets the order he asked for.

use sea_orm::{Condition, DatabaseTransaction, DbErr, FromQueryResult, QuerySelect, entity::prelude::*};
use tally_entity::{
    AssignmentSource, OrderId, OrderRequestId, OrderRequestKind, OrderRequestStatus, UserId, WebsiteScope,
    order, order::lifecycle::Refusal, order_request, user,
};
use tally_lifecycle::order::{self as life, Cause, Given};

use super::request::{self, Viewer};

/// Why a request is not granted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Refused {
    /// There is no such request.
    Unknown,
    /// It was decided already, or taken back.
    Decided(OrderRequestStatus),
    /// Its writer cannot work now.
    Away,
    /// The order cannot be given to anybody.
    Order(Refusal),
}

#[derive(FromQueryResult)]
struct Named {
    id: UserId,
    username: String,
}

/// The order that its writer has now.
pub(crate) async fn approve(
    tx: &DatabaseTransaction,
    scope: WebsiteScope,
    id: OrderRequestId,
    cents: Option<i64>,
    reason: Option<&str>,
    cause: &Cause<'_>,
) -> Result<Result<OrderId, Refused>, DbErr> {
    let viewer = Viewer::Staff(scope);
    let Some(order) = order_of(tx, viewer, id).await? else { return Ok(Err(Refused::Unknown)) };
    let which = Condition::all().add(order::rules::counted()).add(order::COLUMN.id.eq(order));
    let Some(order) = life::lock(tx, which).await?.pop() else { return Ok(Err(Refused::Unknown)) };
    let Some(request) = request::lock(tx, viewer, id).await? else { return Ok(Err(Refused::Unknown)) };
    if request.status != OrderRequestStatus::Pending {
        return Ok(Err(Refused::Decided(request.status)));
    }
    let Some(Named { id: writer, username }) = at_work(tx, request.writer_id).await? else {
        return Ok(Err(Refused::Away));
    };
    let order_id = order.id;
    let given = Given { order, writer, username, compensation_cents: cents };
    let outcome = life::assign(tx, vec![given], AssignmentSource::Request, reason, cause).await?;
    let refusal = outcome.refused.first().map(|(_, refusal)| Refused::Order(*refusal));
    Ok(refusal.map_or(Ok(order_id), Err))
}

async fn order_of(
    tx: &DatabaseTransaction,
    viewer: Viewer,
    id: OrderRequestId,
) -> Result<Option<OrderId>, DbErr> {
    order_request::Entity::find()
        .select_only()
        .column(order_request::Column::OrderId)
        .filter(request::which(viewer, OrderRequestKind::Request, id))
        .into_tuple()
        .one(tx)
        .await
}

async fn at_work(tx: &DatabaseTransaction, writer: UserId) -> Result<Option<Named>, DbErr> {
    user::Entity::find()
        .select_only()
        .columns([user::Column::Id, user::Column::Username])
        .filter(user::COLUMN.id.eq(writer))
        .filter(user::rules::may_work())
        .into_model()
        .one(tx)
        .await
}
