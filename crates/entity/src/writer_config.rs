//! Order queue switches, one row per website.

use sea_orm::entity::prelude::*;

use crate::ids::{WebsiteId, WriterConfigId};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "writer_configs")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: WriterConfigId,
    pub website_id: WebsiteId,
    pub takes_enabled: bool,
    pub max_requests_per_writer: i32,
    pub max_takes_per_writer: i32,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
