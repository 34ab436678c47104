//! The orders that wait for the writer whom their clients want.

use sea_orm::{Condition, DbErr, QueryOrder, QuerySelect, entity::prelude::*};
use tally_entity::{OrderStatus, UserId, order};

use super::order::{Order, with_columns};

/// Newest first.
pub(crate) async fn load(db: &impl ConnectionTrait, writer: UserId) -> Result<Vec<Order>, DbErr> {
    with_columns(order::Entity::find().select_only())
        .filter(wanted(writer))
        .filter(order::COLUMN.status.eq(OrderStatus::PendingPreferred))
        .order_by_desc(order::Column::CreatedAt)
        .order_by_desc(order::Column::Id)
        .into_model()
        .all(db)
        .await
}

/// Whose client wants this writer.
pub(super) fn wanted(writer: UserId) -> Condition {
    Condition::all().add(order::COLUMN.preferred_writer_id.eq(writer)).add(order::rules::counted())
}
