//! What a writer is offered and has not answered yet.

use chrono::{DateTime, Utc};
use sea_orm::{
    DbErr, FromQueryResult, JoinType, QueryOrder, QuerySelect,
    entity::prelude::*,
    sea_query::{Alias, Expr},
};
use tally_entity::{AssignmentStatus, OrderAssignmentId, UserId, order, order_assignment, user};

use super::order::{Order, with_columns};

const BY: &str = "offerer";

/// An order, and the offer of it.
#[derive(Debug, FromQueryResult)]
pub(crate) struct OpenOffer {
    pub(crate) offer_id: OrderAssignmentId,
    pub(crate) offered_at: DateTime<Utc>,
    pub(crate) offered_by: Option<String>,
    #[sea_orm(nested)]
    pub(crate) order: Order,
}

/// Newest first.
pub(crate) async fn load(db: &impl ConnectionTrait, writer: UserId) -> Result<Vec<OpenOffer>, DbErr> {
    use order_assignment::Column as A;
    let offer = order::Entity::belongs_to(order_assignment::Entity).from(order::Column::Id).to(A::OrderId);
    let by = order_assignment::Entity::belongs_to(user::Entity).from(A::AssignedById).to(user::Column::Id);
    with_columns(order::Entity::find().select_only())
        .column_as(A::Id, "offer_id")
        .column_as(A::CreatedAt, "offered_at")
        .expr_as(Expr::col((Alias::new(BY), user::Column::Username)), "offered_by")
        .join(JoinType::InnerJoin, offer.into())
        .join_as(JoinType::LeftJoin, by.into(), Alias::new(BY))
        .filter(order_assignment::COLUMN.writer_id.eq(writer))
        .filter(order_assignment::COLUMN.status.eq(AssignmentStatus::Offered))
        .filter(order::rules::counted())
        .order_by_desc(A::CreatedAt)
        .order_by_desc(A::Id)
        .into_model()
        .all(db)
        .await
}
