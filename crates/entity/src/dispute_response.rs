//! The other side's statement about a dispute; each person makes one.

use sea_orm::entity::prelude::*;

use crate::ids::{DisputeId, DisputeResponseId, FileId, UserId, WebsiteId};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "dispute_responses")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: DisputeResponseId,
    pub website_id: WebsiteId,
    pub dispute_id: DisputeId,
    pub responded_by_id: UserId,
    #[sea_orm(column_type = "Text")]
    pub body: String,
    pub file_id: Option<FileId>,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
