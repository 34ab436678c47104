//! How much clients tipped.

use sea_orm::{DbErr, FromQueryResult, QuerySelect, entity::prelude::*};
use tally_db::aggregate::{count, count_where, sum};
use tally_entity::{TipPaymentStatus, WebsiteScope, tip};

#[derive(Debug, FromQueryResult)]
pub(crate) struct Tips {
    pub(crate) all: i64,
    pub(crate) cents: i64,
    pub(crate) completed: i64,
}

pub(super) async fn load(db: &impl ConnectionTrait, scope: WebsiteScope) -> Result<Tips, DbErr> {
    let tip = tip::COLUMN;
    tip::Entity::find()
        .select_only()
        .expr_as(count(), "all")
        .expr_as(sum(tip.amount_cents), "cents")
        .expr_as(count_where(tip.payment_status.eq(TipPaymentStatus::Completed)), "completed")
        .filter(scope.of(tip.website_id))
        .into_model()
        .require_one(db)
        .await
}
