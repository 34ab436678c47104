//! What a writer was paid in a period, payment by payment.

use chrono::{DateTime, Utc};
use sea_orm::{DbErr, FromQueryResult, QueryOrder, QuerySelect, entity::prelude::*};
use tally_entity::{OrderId, UserId, WriterPaymentKind, writer_bonus, writer_payment};
use tally_kernel::Period;
use tokio::try_join;
use writer_payment::rules;

use super::earnings::paid_in;
use crate::repository::class_bonus::{ClassBonus, class_bonuses};

#[derive(Debug, FromQueryResult)]
pub(crate) struct Payment {
    pub(crate) kind: WriterPaymentKind,
    pub(crate) order_id: Option<OrderId>,
    pub(crate) amount_cents: i64,
    pub(crate) bonuses_cents: i64,
    pub(crate) tips_cents: i64,
    pub(crate) fines_cents: i64,
    pub(crate) description: String,
    pub(crate) paid_at: DateTime<Utc>,
}

/// Payments and what was granted for classes, the payments oldest first.
pub(crate) async fn load(
    db: &impl ConnectionTrait,
    writer: UserId,
    period: Period,
) -> Result<(Vec<Payment>, Vec<ClassBonus>), DbErr> {
    let granted_at = writer_bonus::COLUMN.granted_at;
    let classes = class_bonuses(writer)
        .filter(granted_at.gte(period.from))
        .filter(granted_at.lt(period.until))
        .into_model()
        .all(db);
    try_join!(payments(db, writer, period), classes)
}

async fn payments(db: &impl ConnectionTrait, writer: UserId, period: Period) -> Result<Vec<Payment>, DbErr> {
    use writer_payment::Column as P;
    writer_payment::Entity::find()
        .select_only()
        .columns([P::Kind, P::OrderId, P::AmountCents, P::BonusesCents, P::TipsCents, P::FinesCents])
        .columns([P::Description, P::PaidAt])
        .filter(rules::of(writer))
        .filter(rules::without_installments())
        .filter(paid_in(period))
        .order_by_asc(P::PaidAt)
        .order_by_asc(P::Id)
        .into_model()
        .all(db)
        .await
}
