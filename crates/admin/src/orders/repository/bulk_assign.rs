//! Many orders get the same writer.

use sea_orm::{DatabaseTransaction, DbErr, FromQueryResult, QuerySelect, entity::prelude::*};
use tally_entity::{AssignmentSource, OrderId, Role, UserId, WebsiteId, WebsiteScope, order, user};
use tally_lifecycle::order::{Cause, Given, assign};

use super::bulk::{Results, lock, results};

/// Why a writer does not get an order.
pub(crate) const ELSEWHERE: &str = "The writer works for another website.";

/// Somebody who can be given orders.
#[derive(Clone, Debug, FromQueryResult)]
pub(crate) struct Assignee {
    pub(crate) id: UserId,
    pub(crate) username: String,
    pub(crate) website_id: WebsiteId,
}

/// Nothing when there is no such writer in the scope who may work.
pub(crate) async fn assignee(
    db: &impl ConnectionTrait,
    scope: WebsiteScope,
    id: UserId,
) -> Result<Option<Assignee>, DbErr> {
    user::Entity::find()
        .select_only()
        .columns([user::Column::Id, user::Column::Username, user::Column::WebsiteId])
        .filter(scope.of(user::COLUMN.website_id))
        .filter(user::COLUMN.id.eq(id))
        .filter(user::COLUMN.role.eq(Role::Writer))
        .filter(user::rules::may_work())
        .into_model()
        .one(db)
        .await
}

/// Gives `ids` to the writer; `cents` says what he gets for an order, if something else than the order says.
pub(crate) async fn apply(
    tx: &DatabaseTransaction,
    scope: WebsiteScope,
    ids: &[OrderId],
    writer: &Assignee,
    cents: impl Fn(OrderId) -> Option<i64>,
    reason: Option<&str>,
    cause: &Cause<'_>,
) -> Result<Results, DbErr> {
    let orders = lock(tx, scope, ids).await?;
    let (own, foreign): (Vec<_>, Vec<_>) =
        orders.into_iter().partition(|order| order.website_id == writer.website_id);
    let foreign = foreign.iter().map(|order| (order.id, ELSEWHERE.to_owned())).collect();
    let given = own.into_iter().map(|order| given(order, writer, &cents)).collect();
    let outcome = assign(tx, given, AssignmentSource::Admin, reason, cause).await?;
    Ok(results(ids, &outcome, foreign))
}

/// This order for this writer.
pub(super) fn given(order: order::Model, writer: &Assignee, cents: impl Fn(OrderId) -> Option<i64>) -> Given {
    let compensation_cents = cents(order.id);
    Given { order, writer: writer.id, username: writer.username.clone(), compensation_cents }
}
