//! A file attached to an order.

use sea_orm::entity::prelude::*;

use crate::{
    ids::{FileId, OrderFileId, OrderId, UserId, WebsiteId},
    words,
};

words! {
    /// What a file of an order is for.
    pub enum FilePurpose: "String(StringLen::N(12))" {
        Instructions = "instructions",
        Draft = "draft",
        Final = "final",
        Revision = "revision",
        Other = "other",
    }
}

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "order_files")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: OrderFileId,
    pub website_id: WebsiteId,
    pub order_id: OrderId,
    pub file_id: FileId,
    pub uploaded_by_id: Option<UserId>,
    pub purpose: FilePurpose,
    pub is_visible_to_client: bool,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
