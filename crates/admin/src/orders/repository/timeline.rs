//! What happened to an order.

use chrono::{DateTime, Utc};
use sea_orm::{
    DbErr, FromQueryResult, JoinType, QueryOrder, QuerySelect,
    entity::prelude::*,
    sea_query::{Alias, Expr},
};
use tally_entity::{OrderAssignmentId, OrderId, WebsiteScope, order, order_assignment, user};
use tokio::try_join;

use super::{
    order::{Order, with_columns},
    transitions::{self, Transition},
    visible::{Removed, Viewer},
};

#[derive(Debug)]
pub(crate) struct Timeline {
    pub(crate) order: Order,
    pub(crate) transitions: Vec<Transition>,
    pub(crate) assignments: Vec<Assignment>,
}

/// A writer was given the order.
#[derive(Debug, FromQueryResult)]
pub(crate) struct Assignment {
    pub(crate) id: OrderAssignmentId,
    pub(crate) assigned_by: Option<String>,
    pub(crate) previous_writer: Option<String>,
    pub(crate) writer: String,
    pub(crate) reason: Option<String>,
    pub(crate) created_at: DateTime<Utc>,
}

/// Nothing when there is no such order in the scope.
pub(crate) async fn find(
    db: &impl ConnectionTrait,
    scope: WebsiteScope,
    id: OrderId,
) -> Result<Option<Timeline>, DbErr> {
    let order = with_columns(order::Entity::find().select_only())
        .filter(Viewer::Staff(scope).sees(Removed::Hidden))
        .filter(order::COLUMN.id.eq(id))
        .into_model()
        .one(db);
    let (order, transitions, assignments) = try_join!(order, transitions::load(db, id), assignments(db, id))?;
    Ok(order.map(|order| Timeline { order, transitions, assignments }))
}

async fn assignments(db: &impl ConnectionTrait, order: OrderId) -> Result<Vec<Assignment>, DbErr> {
    use order_assignment::Column::{AssignedById, CreatedAt, Id, PreviousWriterId, Reason, WriterId};
    let person =
        |column| order_assignment::Entity::belongs_to(user::Entity).from(column).to(user::Column::Id).into();
    let name = |alias: &'static str| Expr::col((Alias::new(alias), user::Column::Username));
    order_assignment::Entity::find()
        .select_only()
        .columns([Id, Reason, CreatedAt])
        .expr_as(name("by"), "assigned_by")
        .expr_as(name("previous"), "previous_writer")
        .expr_as(name("given_to"), "writer")
        .join_as(JoinType::LeftJoin, person(AssignedById), "by")
        .join_as(JoinType::LeftJoin, person(PreviousWriterId), "previous")
        .join_as(JoinType::InnerJoin, person(WriterId), "given_to")
        .filter(order_assignment::COLUMN.order_id.eq(order))
        .order_by_desc(CreatedAt)
        .order_by_desc(Id)
        .into_model()
        .all(db)
        .await
}
