//! One special order with its installments.

use chrono::{DateTime, Utc};
use sea_orm::{DbErr, FromQueryResult, QuerySelect, entity::prelude::*};
use tally_entity::{SpecialOrderId, special_order};
use tokio::try_join;

use super::{
    list::sees,
    order::{SpecialOrder, special_orders},
};
use crate::{
    installments::repository::tracking::{self, Installment, Owner},
    viewer::Viewer,
};

#[derive(Debug, FromQueryResult)]
pub(crate) struct NotedOrder {
    #[sea_orm(nested)]
    pub(crate) order: SpecialOrder,
    pub(crate) admin_notes: String,
}

/// With the installments by number; nothing when he sees no such special order.
pub(crate) async fn find(
    db: &impl ConnectionTrait,
    viewer: Viewer,
    id: SpecialOrderId,
    now: DateTime<Utc>,
) -> Result<Option<(NotedOrder, Vec<Installment>)>, DbErr> {
    let order = special_orders()
        .column(special_order::Column::AdminNotes)
        .filter(sees(viewer))
        .filter(special_order::COLUMN.id.eq(id))
        .into_model::<NotedOrder>()
        .one(db);
    let installments = tracking::of_one(db, Owner::SpecialOrder, id.0, now.date_naive());
    let (order, installments) = try_join!(order, installments)?;
    Ok(order.map(|order| (order, installments)))
}
