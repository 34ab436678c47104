//! A cache tag that a transaction touched. Triggers write the rows; whoever publishes them deletes them.

use sea_orm::entity::prelude::*;

use crate::ids::CacheOutboxId;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "cache_outbox")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: CacheOutboxId,
    /// The writing transaction, as decimal text. Set by the database: never `Set` it.
    #[sea_orm(column_type = "custom(\"xid8\")", select_as = "text")]
    pub txid: String,
    /// `orders`, `orders/website_id=3`, `orders/client_id` for very many, `*` for everything.
    #[sea_orm(column_type = "String(StringLen::N(200))")]
    pub tag: String,
    pub created_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
