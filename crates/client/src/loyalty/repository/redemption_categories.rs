//! The kinds of things that points can buy.

use sea_orm::{DbErr, QueryOrder, QuerySelect, entity::prelude::*};
use tally_entity::{WebsiteId, redemption_item};

pub(crate) async fn load(db: &impl ConnectionTrait, website: WebsiteId) -> Result<Vec<String>, DbErr> {
    let item = redemption_item::COLUMN;
    redemption_item::Entity::find()
        .select_only()
        .column(redemption_item::Column::Category)
        .distinct()
        .filter(item.website_id.eq(website))
        .filter(item.is_active.eq(true))
        .filter(item.category.ne(""))
        .order_by_asc(redemption_item::Column::Category)
        .into_tuple()
        .all(db)
        .await
}
