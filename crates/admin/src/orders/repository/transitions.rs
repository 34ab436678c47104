//! Every change of an order's status.

use chrono::{DateTime, Utc};
use sea_orm::{DbErr, FromQueryResult, QueryOrder, QuerySelect, entity::prelude::*};
use tally_entity::{OrderId, OrderStatus, OrderTransitionId, order_transition, refs::UserName};

#[derive(Debug, FromQueryResult)]
pub(crate) struct Transition {
    pub(crate) id: OrderTransitionId,
    pub(crate) old_status: OrderStatus,
    pub(crate) new_status: OrderStatus,
    pub(crate) action: String,
    pub(crate) is_automatic: bool,
    pub(crate) meta: Json,
    pub(crate) created_at: DateTime<Utc>,
    #[sea_orm(nested(prefix = "actor_"))]
    pub(crate) actor: Option<UserName>,
}

/// Newest first.
pub(crate) async fn load(db: &impl ConnectionTrait, order: OrderId) -> Result<Vec<Transition>, DbErr> {
    use order_transition::Column::{Action, CreatedAt, Id, IsAutomatic, Meta, NewStatus, OldStatus, UserId};
    let rows = order_transition::Entity::find()
        .select_only()
        .columns([Id, OldStatus, NewStatus, Action, IsAutomatic, Meta, CreatedAt])
        .filter(order_transition::COLUMN.order_id.eq(order))
        .order_by_desc(CreatedAt)
        .order_by_desc(Id);
    UserName::join(rows, UserId, "actor").into_model().all(db).await
}
