//! What a client bought with points.

use chrono::{DateTime, Utc};
use sea_orm::{DbErr, FromQueryResult, JoinType, QueryOrder, QuerySelect, entity::prelude::*};
use tally_entity::{
    RedemptionItemId, RedemptionRequestId, RedemptionRequestStatus, UserId, redemption_item,
    redemption_request,
};

/// As many as a list of points shows.
const MOST: u64 = 250;

#[derive(Debug, FromQueryResult)]
pub(crate) struct Request {
    pub(crate) id: RedemptionRequestId,
    pub(crate) item_id: RedemptionItemId,
    pub(crate) item_name: String,
    pub(crate) item_points: i32,
    pub(crate) points_used: i32,
    pub(crate) status: RedemptionRequestStatus,
    pub(crate) created_at: DateTime<Utc>,
}

/// Newest first.
pub(crate) async fn load(db: &impl ConnectionTrait, me: UserId) -> Result<Vec<Request>, DbErr> {
    use redemption_request::Column::{CreatedAt, Id, ItemId, PointsUsed, Status};
    let item = redemption_request::Entity::belongs_to(redemption_item::Entity)
        .from(ItemId)
        .to(redemption_item::Column::Id)
        .into();
    redemption_request::Entity::find()
        .select_only()
        .columns([Id, ItemId, PointsUsed, Status, CreatedAt])
        .column_as(redemption_item::Column::Name, "item_name")
        .column_as(redemption_item::Column::PointsRequired, "item_points")
        .join(JoinType::InnerJoin, item)
        .filter(redemption_request::COLUMN.client_id.eq(me))
        .order_by_desc(CreatedAt)
        .order_by_desc(Id)
        .limit(MOST)
        .into_model()
        .all(db)
        .await
}
