//! How a writer ranks his orders.

use chrono::{DateTime, Utc};
use sea_orm::{
    DbErr, FromQueryResult, JoinType, QueryOrder, QuerySelect, RelationDef,
    entity::prelude::*,
    sea_query::{ExprTrait, IntoCondition},
};
use tally_entity::{OrderId, OrderPriority, UserId, order, writer_order_priority};

#[derive(Debug, FromQueryResult)]
pub(crate) struct Ranked {
    pub(crate) id: OrderId,
    /// Null where the writer said nothing.
    pub(crate) priority: Option<OrderPriority>,
    pub(crate) notes: Option<String>,
    pub(crate) updated_at: Option<DateTime<Utc>>,
}

/// Every order of the writer.
pub(crate) async fn load(db: &impl ConnectionTrait, writer: UserId) -> Result<Vec<Ranked>, DbErr> {
    use writer_order_priority::Column as P;
    order::Entity::find()
        .select_only()
        .column(order::Column::Id)
        .columns([P::Priority, P::Notes, P::UpdatedAt])
        .join(JoinType::LeftJoin, by(writer))
        .filter(order::rules::assigned_to(writer))
        .order_by_asc(order::Column::Id)
        .into_model()
        .all(db)
        .await
}

/// What this writer said about an order; another may have had it before.
pub(super) fn by(writer: UserId) -> RelationDef {
    let rank: RelationDef = order::Entity::belongs_to(writer_order_priority::Entity)
        .from(order::Column::Id)
        .to(writer_order_priority::Column::OrderId)
        .into();
    rank.on_condition(move |_, rank| {
        sea_orm::sea_query::Expr::col((rank, writer_order_priority::Column::WriterId))
            .eq(writer)
            .into_condition()
    })
}
