//! One dispute with what people say about it.

use chrono::{DateTime, Utc};
use sea_orm::{DbErr, FromQueryResult, QueryOrder, QuerySelect, entity::prelude::*};
use tally_entity::{DisputeId, DisputeResponseId, dispute_response, refs::UserName};
use tokio::try_join;

use super::dispute::{Dispute, Viewer, find};

/// What somebody says.
#[derive(Debug, FromQueryResult)]
pub(crate) struct Response {
    pub(crate) id: DisputeResponseId,
    #[sea_orm(nested(prefix = "speaker_"))]
    pub(crate) speaker: UserName,
    pub(crate) body: String,
    pub(crate) created_at: DateTime<Utc>,
}

/// Nothing when he sees no such dispute; what people say, oldest first.
pub(crate) async fn load(
    db: &impl ConnectionTrait,
    viewer: Viewer,
    id: DisputeId,
) -> Result<Option<(Dispute, Vec<Response>)>, DbErr> {
    let (dispute, responses) = try_join!(find(db, viewer, id), responses(db, id))?;
    Ok(dispute.map(|dispute| (dispute, responses)))
}

async fn responses(db: &impl ConnectionTrait, id: DisputeId) -> Result<Vec<Response>, DbErr> {
    use dispute_response::Column::{Body, CreatedAt, Id, RespondedById};
    let rows = dispute_response::Entity::find()
        .select_only()
        .columns([Id, Body, CreatedAt])
        .filter(dispute_response::COLUMN.dispute_id.eq(id))
        .order_by_asc(CreatedAt)
        .order_by_asc(Id);
    UserName::join_writer(rows, RespondedById, "speaker").into_model().all(db).await
}
