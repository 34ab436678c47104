//! How a writer ranks an order.

use chrono::{DateTime, Utc};
use sea_orm::{
    DatabaseTransaction, DbErr, FromQueryResult, JoinType, QuerySelect, Set,
    entity::prelude::*,
    sea_query::{LockType, OnConflict},
};
use tally_entity::{OrderId, OrderPriority, UserId, order, writer_order_priority};

use super::order_priorities::by;

#[derive(Clone, Debug, Default, FromQueryResult)]
pub(crate) struct Rank {
    pub(crate) priority: Option<OrderPriority>,
    pub(crate) notes: Option<String>,
    pub(crate) created_at: Option<DateTime<Utc>>,
    pub(crate) updated_at: Option<DateTime<Utc>>,
}

/// Nothing when the order is not the writer's.
pub(crate) async fn load(
    db: &impl ConnectionTrait,
    writer: UserId,
    id: OrderId,
) -> Result<Option<Rank>, DbErr> {
    use writer_order_priority::Column as P;
    order::Entity::find()
        .select_only()
        .columns([P::Priority, P::Notes, P::CreatedAt, P::UpdatedAt])
        .join(JoinType::LeftJoin, by(writer))
        .filter(order::rules::assigned_to(writer))
        .filter(order::COLUMN.id.eq(id))
        .into_model()
        .one(db)
        .await
}

/// Writes down what the writer thinks of an order, and whether he says so for the first time. Notes that are not
/// given stay as they are. Nothing when the order is not his.
pub(crate) async fn save(
    tx: &DatabaseTransaction,
    writer: UserId,
    id: OrderId,
    priority: OrderPriority,
    notes: Option<String>,
) -> Result<Option<(Rank, bool)>, DbErr> {
    use writer_order_priority::Column as P;
    let mine = order::Entity::find()
        .filter(order::rules::assigned_to(writer))
        .filter(order::COLUMN.id.eq(id))
        .lock(LockType::NoKeyUpdate)
        .one(tx)
        .await?;
    let Some(order::Model { website_id, .. }) = mine else { return Ok(None) };
    let mut again = OnConflict::columns([P::WriterId, P::OrderId]);
    again.update_column(P::Priority);
    if notes.is_some() {
        again.update_column(P::Notes);
    }
    let row = writer_order_priority::ActiveModel {
        website_id: Set(website_id),
        writer_id: Set(writer),
        order_id: Set(id),
        priority: Set(priority),
        notes: Set(notes),
        ..Default::default()
    };
    let is_known = load(tx, writer, id).await?.is_some_and(|rank| rank.priority.is_some());
    let row = writer_order_priority::Entity::insert(row).on_conflict(again).exec_with_returning(tx).await?;
    let writer_order_priority::Model { priority, notes, created_at, updated_at, .. } = row;
    let rank =
        Rank { priority: Some(priority), notes, created_at: Some(created_at), updated_at: Some(updated_at) };
    Ok(Some((rank, !is_known)))
}
