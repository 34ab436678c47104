//! The levels of a website, and the next one up.

use sea_orm::{DbErr, QueryOrder, entity::prelude::*, sea_query::Query};
use tally_entity::{UserId, user, writer_level};

use crate::{formulas::progress::Requirements, repository::profile::hundredths};

/// The active levels of the writer's website, the lowest first.
pub(crate) async fn load(
    db: &impl ConnectionTrait,
    writer: UserId,
) -> Result<Vec<writer_level::Model>, DbErr> {
    use writer_level::Column as L;
    let website = Query::select()
        .column((user::Entity, user::Column::WebsiteId))
        .from(user::Entity)
        .and_where(user::COLUMN.id.eq(writer))
        .take();
    writer_level::Entity::find()
        .filter(L::WebsiteId.in_subquery(website))
        .filter(writer_level::COLUMN.is_active.eq(true))
        .order_by_desc(L::DisplayOrder)
        .order_by_asc(L::Id)
        .all(db)
        .await
}

/// The level after `own`; for a writer without one, the level that asks for nothing. `levels` are as
/// [`load`] gives them.
pub(crate) fn next<'a>(
    levels: &'a [writer_level::Model],
    own: Option<&writer_level::Model>,
) -> Option<&'a writer_level::Model> {
    levels.iter().find(|level| match own {
        Some(own) => level.display_order < own.display_order,
        None => level.min_orders == 0 && level.min_rating.is_zero() && level.min_takes == 0,
    })
}

/// What a level asks for.
pub(crate) fn requirements(level: &writer_level::Model) -> Requirements {
    let share = |share: Option<Decimal>| share.map_or(0, hundredths);
    Requirements {
        orders: level.min_orders.into(),
        rating: hundredths(level.min_rating),
        takes: level.min_takes.into(),
        completion: share(level.min_completion_pct),
        most_revision: share(level.max_revision_pct),
        most_lateness: share(level.max_lateness_pct),
    }
}
