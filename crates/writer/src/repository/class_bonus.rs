//! Bonuses for classes, which are how classes are paid.

use chrono::{DateTime, Utc};
use sea_orm::{FromQueryResult, QueryOrder, QuerySelect, Select, entity::prelude::*};
use tally_entity::{ClassBundleId, UserId, WriterBonusId, writer_bonus};

#[derive(Clone, Debug, FromQueryResult)]
pub(crate) struct ClassBonus {
    pub(crate) id: WriterBonusId,
    pub(crate) class_bundle_id: ClassBundleId,
    pub(crate) amount_cents: i64,
    pub(crate) reason: String,
    pub(crate) granted_at: DateTime<Utc>,
    pub(crate) paid_at: Option<DateTime<Utc>>,
}

/// Those of a writer with the columns of [`ClassBonus`], newest first.
pub(crate) fn class_bonuses(writer: UserId) -> Select<writer_bonus::Entity> {
    use writer_bonus::Column as B;
    writer_bonus::Entity::find()
        .select_only()
        .columns([B::Id, B::ClassBundleId, B::AmountCents, B::Reason, B::GrantedAt, B::PaidAt])
        .filter(writer_bonus::COLUMN.writer_id.eq(writer))
        .filter(writer_bonus::COLUMN.class_bundle_id.is_not_null())
        .order_by_desc(B::GrantedAt)
        .order_by_desc(B::Id)
}
