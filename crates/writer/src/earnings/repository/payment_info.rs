//! All that a writer was ever to be paid for.

use chrono::{DateTime, Utc};
use sea_orm::{
    DbErr, FromQueryResult, QueryOrder, QuerySelect,
    entity::prelude::*,
    sea_query::{Func, NullOrdering, Order as Direction},
};
use tally_db::aggregate::sum;
use tally_entity::{
    OrderId, OrderStatus, SpecialOrderStatus, TipPaymentStatus, UserId, order, special_order, tip,
    writer_payment,
};
use tokio::try_join;

use crate::repository::{
    class_bonus::{ClassBonus, class_bonuses},
    pay::{PayColumns, with_pay},
    profile::{self, Profile},
    special::{SpecialOrder, special_orders},
};

#[derive(Debug)]
pub(crate) struct PaymentInfo {
    pub(crate) profile: Profile,
    pub(crate) orders: Vec<DoneOrder>,
    pub(crate) special_orders: Vec<SpecialOrder>,
    pub(crate) class_bonuses: Vec<ClassBonus>,
    pub(crate) bonuses_cents: i64,
    pub(crate) tips_cents: i64,
}

/// An order that was handed in or is complete.
#[derive(Clone, Debug, FromQueryResult)]
pub(crate) struct DoneOrder {
    pub(crate) id: OrderId,
    pub(crate) topic: String,
    #[sea_orm(nested)]
    pub(crate) pay: PayColumns,
    pub(crate) done_at: Option<DateTime<Utc>>,
}

pub(crate) async fn load(db: &impl ConnectionTrait, writer: UserId) -> Result<PaymentInfo, DbErr> {
    let specials = special_orders(writer)
        .filter(special_order::COLUMN.status.eq(SpecialOrderStatus::Completed))
        .into_model()
        .all(db);
    let (profile, orders, special_orders, class_bonuses, bonuses_cents, tips_cents) = try_join!(
        profile::load(db, writer),
        orders(db, writer),
        specials,
        class_bonuses(writer).into_model().all(db),
        bonuses(db, writer),
        tips(db, writer),
    )?;
    Ok(PaymentInfo { profile, orders, special_orders, class_bonuses, bonuses_cents, tips_cents })
}

async fn orders(db: &impl ConnectionTrait, writer: UserId) -> Result<Vec<DoneOrder>, DbErr> {
    use order::Column as O;
    let done_at = || Func::coalesce([O::CompletedAt, O::SubmittedAt].map(ColumnTrait::into_expr));
    with_pay(order::Entity::find().select_only())
        .columns([O::Id, O::Topic])
        .expr_as(done_at(), "done_at")
        .filter(order::rules::assigned_to(writer))
        .filter(order::COLUMN.status.is_in([OrderStatus::Completed, OrderStatus::Submitted]))
        .order_by_with_nulls(done_at(), Direction::Desc, NullOrdering::Last)
        .order_by_desc(O::Id)
        .into_model()
        .all(db)
        .await
}

async fn bonuses(db: &impl ConnectionTrait, writer: UserId) -> Result<i64, DbErr> {
    let sums = writer_payment::Entity::find()
        .select_only()
        .expr(sum(writer_payment::COLUMN.bonuses_cents))
        .filter(writer_payment::rules::of(writer))
        .filter(writer_payment::rules::without_installments());
    Ok(sums.into_tuple().one(db).await?.unwrap_or_default())
}

async fn tips(db: &impl ConnectionTrait, writer: UserId) -> Result<i64, DbErr> {
    let sums = tip::Entity::find()
        .select_only()
        .expr(sum(tip::COLUMN.writer_earning_cents))
        .filter(tip::COLUMN.writer_id.eq(writer))
        .filter(tip::COLUMN.payment_status.eq(TipPaymentStatus::Completed));
    Ok(sums.into_tuple().one(db).await?.unwrap_or_default())
}
