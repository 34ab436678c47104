//! A writer's profile and level.

use sea_orm::{DbErr, JoinType, QuerySelect, RelationDef, entity::prelude::*};
use tally_entity::{UserId, order, writer_level, writer_profile};

use crate::formulas::payout::Terms;

/// A writer as his own pages know him. Without a profile he has no level, no skills and no keywords.
#[derive(Clone, Debug, Default)]
pub(crate) struct Profile {
    pub(crate) row: Option<writer_profile::Model>,
    pub(crate) level: Option<writer_level::Model>,
}

impl Profile {
    /// How many orders he may have in work.
    pub(crate) fn limit(&self) -> i32 {
        writer_profile::rules::limit(self.row.as_ref(), self.level.as_ref())
    }

    /// How many more orders he may take when he has `active` in work.
    pub(crate) fn open_seats(&self, active: i64) -> i64 {
        (i64::from(self.limit()) - active).max(0)
    }

    /// What his level pays.
    pub(crate) fn terms(&self) -> Option<Terms> {
        self.level.as_ref().map(terms)
    }

    /// What his skills are; none without a profile.
    pub(crate) fn skills(&self) -> &[String] {
        self.row.as_ref().map_or(&[], |row| &row.skills)
    }

    /// What his keywords are; none without a profile.
    pub(crate) fn keywords(&self) -> &[String] {
        self.row.as_ref().map_or(&[], |row| &row.keywords)
    }

    /// Whether he takes orders that nobody asked him about.
    pub(crate) fn is_available(&self) -> bool {
        self.row.as_ref().is_none_or(|row| row.is_available_for_auto_assignments)
    }
}

/// The profile and the level of a writer, in one statement.
pub(crate) async fn load(db: &impl ConnectionTrait, writer: UserId) -> Result<Profile, DbErr> {
    let found = writer_profile::Entity::find()
        .select_also(writer_level::Entity)
        .join(JoinType::LeftJoin, level())
        .filter(writer_profile::COLUMN.user_id.eq(writer))
        .one(db)
        .await?;
    Ok(found.map_or_else(Profile::default, |(row, level)| Profile { row: Some(row), level }))
}

/// How many orders he has in work.
pub(crate) async fn active_orders(db: &impl ConnectionTrait, writer: UserId) -> Result<i64, DbErr> {
    let active = order::Entity::find()
        .filter(order::rules::assigned_to(writer))
        .filter(order::rules::active_work())
        .count(db)
        .await?;
    Ok(i64::try_from(active).unwrap_or(i64::MAX))
}

fn level() -> RelationDef {
    writer_profile::Entity::belongs_to(writer_level::Entity)
        .from(writer_profile::Column::WriterLevelId)
        .to(writer_level::Column::Id)
        .into()
}

/// A number of two decimals in hundredths.
pub(crate) fn hundredths(mut number: Decimal) -> i64 {
    number.rescale(2);
    i64::try_from(number.mantissa()).unwrap_or(i64::MAX)
}

/// What a level pays.
pub(crate) fn terms(level: &writer_level::Model) -> Terms {
    Terms {
        earning_mode: level.earning_mode,
        page_cents: level.page_cents,
        slide_cents: level.slide_cents,
        cost_pct: level.cost_pct.map(hundredths),
        total_pct: level.total_pct.map(hundredths),
        urgency_pct: hundredths(level.urgency_pct),
        urgency_page_cents: level.urgency_page_cents,
        urgent_hours: level.urgent_hours,
        technical_page_cents: level.technical_page_cents,
        technical_slide_cents: level.technical_slide_cents,
    }
}
