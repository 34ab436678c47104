use sea_orm::{DatabaseConnection, DbErr, QueryOrder, QuerySelect, entity::prelude::*};
use tally_entity::{WebsiteId, website};

/// The websites among `named` that there are; all active ones when none are named.
pub(crate) async fn load(
    db: &DatabaseConnection,
    named: Option<Vec<WebsiteId>>,
) -> Result<Vec<WebsiteId>, DbErr> {
    let website = website::COLUMN;
    let all = website::Entity::find().select_only().column(website::Column::Id);
    let wanted = match named {
        Some(ids) => all.filter(website.id.is_in(ids)),
        None => all.filter(website.is_active.eq(true)).filter(website.deleted_at.is_null()),
    };
    wanted.order_by_asc(website::Column::Id).into_tuple().all(db).await
}
