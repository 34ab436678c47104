//! The answer of a preferred writer; an order that was declined leaves that writer's queue.

use sea_orm::entity::prelude::*;

use crate::{
    ids::{OrderId, PreferredWriterResponseId, UserId, WebsiteId},
    words,
};

words! {
    /// What a preferred writer says.
    pub enum PreferredWriterAnswer: "String(StringLen::N(10))" {
        Accepted = "accepted",
        Declined = "declined",
    }
}

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "preferred_writer_responses")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: PreferredWriterResponseId,
    pub website_id: WebsiteId,
    #[sea_orm(unique)]
    pub order_id: OrderId,
    pub writer_id: UserId,
    pub response: PreferredWriterAnswer,
    #[sea_orm(column_type = "Text")]
    pub reason: Option<String>,
    pub created_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
