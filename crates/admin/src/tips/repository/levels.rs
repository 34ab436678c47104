//! Tips by the level their writers had.

use sea_orm::{Condition, DbErr, FromQueryResult, JoinType, QueryOrder, QuerySelect, entity::prelude::*};
use tally_entity::{WebsiteScope, tip, writer_level};

use super::sums::{TipSums, with_sums};

#[derive(Debug, FromQueryResult)]
pub(crate) struct LevelTips {
    pub(crate) level: String,
    #[sea_orm(nested)]
    pub(crate) sums: TipSums,
}

/// By the level's name: websites may each have one of it. Tips of writers without a level are left out.
pub(super) async fn load(
    db: &impl ConnectionTrait,
    scope: WebsiteScope,
    wanted: Condition,
) -> Result<Vec<LevelTips>, DbErr> {
    let level = tip::Entity::belongs_to(writer_level::Entity)
        .from(tip::Column::WriterLevelId)
        .to(writer_level::Column::Id);
    with_sums(tip::Entity::find().select_only())
        .column_as(writer_level::Column::Name, "level")
        .join(JoinType::InnerJoin, level.into())
        .filter(scope.of(tip::COLUMN.website_id))
        .filter(wanted)
        .group_by(writer_level::Column::Name)
        .order_by_asc(writer_level::Column::Name)
        .into_model()
        .all(db)
        .await
}
