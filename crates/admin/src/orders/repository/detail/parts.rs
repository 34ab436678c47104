//! The priced lines of an order, and its files.

use chrono::{DateTime, Utc};
use sea_orm::{DbErr, FromQueryResult, JoinType, QueryOrder, QuerySelect, QueryTrait, entity::prelude::*};
use tally_entity::{
    AdditionalServiceId, FilePurpose, OrderFileId, OrderId, OrderItemId, file, order_file, order_item,
};

use super::super::visible::Viewer;

#[derive(Clone, Debug, FromQueryResult)]
pub(crate) struct Item {
    pub(crate) id: OrderItemId,
    pub(crate) service_id: Option<AdditionalServiceId>,
    pub(crate) description: String,
    pub(crate) quantity: i32,
    pub(crate) unit_price_cents: i64,
    pub(crate) amount_cents: i64,
}

#[derive(Clone, Debug, FromQueryResult)]
pub(crate) struct File {
    pub(crate) id: OrderFileId,
    pub(crate) name: String,
    pub(crate) size_bytes: i64,
    pub(crate) purpose: FilePurpose,
    pub(crate) created_at: DateTime<Utc>,
}

pub(super) async fn items(db: &impl ConnectionTrait, order: OrderId) -> Result<Vec<Item>, DbErr> {
    use order_item::Column::{AmountCents, Description, Id, Quantity, ServiceId, UnitPriceCents};
    order_item::Entity::find()
        .select_only()
        .columns([Id, ServiceId, Description, Quantity, UnitPriceCents, AmountCents])
        .filter(order_item::COLUMN.order_id.eq(order))
        .order_by_asc(Id)
        .into_model()
        .all(db)
        .await
}

pub(super) async fn files(
    db: &impl ConnectionTrait,
    viewer: Viewer,
    order: OrderId,
) -> Result<Vec<File>, DbErr> {
    use order_file::Column::{CreatedAt, FileId, Id, Purpose};
    let stored = order_file::Entity::belongs_to(file::Entity).from(FileId).to(file::Column::Id).into();
    let shown_to_clients = matches!(viewer, Viewer::Client(_)).then_some(true);
    order_file::Entity::find()
        .select_only()
        .columns([Id, Purpose, CreatedAt])
        .columns([file::Column::Name, file::Column::SizeBytes])
        .join(JoinType::InnerJoin, stored)
        .filter(order_file::COLUMN.order_id.eq(order))
        .filter(file::COLUMN.deleted_at.is_null())
        .apply_if(shown_to_clients, |files, shown| {
            files.filter(order_file::COLUMN.is_visible_to_client.eq(shown))
        })
        .order_by_asc(Id)
        .into_model()
        .all(db)
        .await
}
