//! What a special order from the list costs, by duration.

use sea_orm::entity::prelude::*;

use crate::ids::{SpecialOrderPriceId, SpecialOrderTypeId, WebsiteId};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "special_order_prices")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: SpecialOrderPriceId,
    pub website_id: WebsiteId,
    pub special_order_type_id: SpecialOrderTypeId,
    pub duration_days: i32,
    pub price_cents: i64,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
