//! The one result of a request that its client gave a key; written in the transaction of the effect.

use sea_orm::entity::prelude::*;

use crate::ids::{IdempotencyKeyId, UserId};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "idempotency_keys")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: IdempotencyKeyId,
    pub user_id: Option<UserId>,
    #[sea_orm(column_type = "String(StringLen::N(255))")]
    pub key: String,
    /// Method and path, cut off when they are long.
    #[sea_orm(column_type = "String(StringLen::N(150))")]
    pub endpoint: String,
    /// Of everything that makes two requests the same.
    pub request_hash: Vec<u8>,
    pub status_code: Option<i16>,
    #[sea_orm(column_type = "JsonBinary")]
    pub response_headers: Option<Json>,
    pub response_body: Option<Vec<u8>>,
    pub completed_at: Option<DateTimeUtc>,
    pub expires_at: DateTimeUtc,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
