//! The orders that take up a writer's time, and how many he may have.

use chrono::{DateTime, Utc};
use sea_orm::{
    DbErr, FromQueryResult, QueryOrder, QuerySelect,
    entity::prelude::*,
    sea_query::{NullOrdering, Order as Direction},
};
use tally_entity::{
    OrderId,
    OrderStatus::{self, InProgress, OnHold, OnRevision, RevisionRequested, Submitted, UnderEditing},
    UserId, order,
};
use tokio::try_join;

use crate::repository::profile::{self, Profile};

#[derive(Clone, Debug, FromQueryResult)]
pub(crate) struct WorkOrder {
    pub(crate) id: OrderId,
    pub(crate) topic: String,
    pub(crate) status: OrderStatus,
    pub(crate) number_of_pages: i32,
    pub(crate) due: Option<DateTime<Utc>>,
}

/// The writer and what he has to do, the first due first.
pub(crate) async fn load(
    db: &impl ConnectionTrait,
    writer: UserId,
) -> Result<(Profile, Vec<WorkOrder>), DbErr> {
    try_join!(profile::load(db, writer), orders(db, writer))
}

async fn orders(db: &impl ConnectionTrait, writer: UserId) -> Result<Vec<WorkOrder>, DbErr> {
    use order::{Column as O, rules};
    let statuses = [InProgress, OnHold, RevisionRequested, Submitted, UnderEditing, OnRevision];
    order::Entity::find()
        .select_only()
        .columns([O::Id, O::Topic, O::Status, O::NumberOfPages])
        .expr_as(rules::due(), "due")
        .filter(rules::assigned_to(writer))
        .filter(order::COLUMN.status.is_in(statuses))
        .order_by_with_nulls(rules::due(), Direction::Asc, NullOrdering::Last)
        .order_by_asc(O::Id)
        .into_model()
        .all(db)
        .await
}
