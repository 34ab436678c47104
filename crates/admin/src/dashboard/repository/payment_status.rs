//! Paid and unpaid orders.

use sea_orm::{DbErr, FromQueryResult, QuerySelect, entity::prelude::*};
use tally_db::aggregate::{count_where, sum_where};
use tally_entity::{WebsiteScope, order};

#[derive(Debug, FromQueryResult)]
pub(crate) struct PaymentStatus {
    pub(crate) paid: i64,
    pub(crate) paid_cents: i64,
    pub(crate) unpaid: i64,
    pub(crate) unpaid_cents: i64,
}

pub(crate) async fn load(db: &impl ConnectionTrait, scope: WebsiteScope) -> Result<PaymentStatus, DbErr> {
    let order = order::COLUMN;
    let paid = order.is_paid.eq(true);
    let unpaid = order.is_paid.eq(false);

    order::Entity::find()
        .select_only()
        .expr_as(count_where(paid.clone()), "paid")
        .expr_as(sum_where(order.total_price_cents, paid), "paid_cents")
        .expr_as(count_where(unpaid.clone()), "unpaid")
        .expr_as(sum_where(order.total_price_cents, unpaid), "unpaid_cents")
        .filter(scope.of(order.website_id))
        .filter(order.deleted_at.is_null())
        .into_model::<PaymentStatus>()
        .require_one(db)
        .await
}
