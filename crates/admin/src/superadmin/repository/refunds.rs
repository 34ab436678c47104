//! What was given back.

use sea_orm::{DbErr, QuerySelect, entity::prelude::*};
use tally_db::aggregate::sum_where;
use tally_entity::{
    RefundStatus, WebsiteScope,
    refund::{self, rules},
};

/// The sum of the refunds that are done, in minor units.
pub(super) async fn load(db: &impl ConnectionTrait, scope: WebsiteScope) -> Result<i64, DbErr> {
    let done = refund::COLUMN.status.eq(RefundStatus::Processed);
    refund::Entity::find()
        .select_only()
        .expr_as(sum_where(rules::amount_cents(), done), "cents")
        .filter(scope.of(refund::COLUMN.website_id))
        .into_tuple()
        .require_one(db)
        .await
}
