//! What the work of a period brought a writer, by kind.

use chrono::{DateTime, Utc};
use sea_orm::{
    DbErr, FromQueryResult, QueryOrder, QuerySelect,
    entity::prelude::*,
    sea_query::{Condition, Expr, ExprTrait, Order as Direction, Query},
};
use tally_db::aggregate::{count, sum};
use tally_entity::{
    OrderId, TipPaymentStatus, UserId, WriterPaymentKind, order, special_order, tip, writer_bonus,
    writer_payment,
};
use tally_kernel::Period;
use tokio::try_join;
use writer_payment::rules;

use super::earnings::paid_in;
use crate::repository::{
    class_bonus::{ClassBonus, class_bonuses},
    pay::{PayColumns, with_pay},
    profile::{self, Profile},
    special::{SpecialOrder, special_orders},
};

#[derive(Debug)]
pub(crate) struct Breakdown {
    pub(crate) profile: Profile,
    /// Of the longer of the period and the running month, like the next two.
    pub(crate) orders: Vec<FinishedOrder>,
    pub(crate) special_orders: Vec<SpecialOrder>,
    pub(crate) class_bonuses: Vec<ClassBonus>,
    pub(crate) tips: Tips,
    pub(crate) bonuses_cents: i64,
}

#[derive(Clone, Debug, FromQueryResult)]
pub(crate) struct FinishedOrder {
    pub(crate) id: OrderId,
    pub(crate) topic: String,
    pub(crate) completed_at: DateTime<Utc>,
    /// What the newest payment for it says.
    pub(crate) written_cents: Option<i64>,
    #[sea_orm(nested)]
    pub(crate) pay: PayColumns,
}

#[derive(Clone, Copy, Debug, FromQueryResult)]
pub(crate) struct Tips {
    pub(crate) tips: i64,
    pub(crate) cents: i64,
}

/// Tips and bonuses are those of `period`, work is that of `since` and later.
pub(crate) async fn load(
    db: &impl ConnectionTrait,
    writer: UserId,
    period: Period,
    since: DateTime<Utc>,
) -> Result<Breakdown, DbErr> {
    let wide = Period { from: Ord::min(since, period.from), until: period.until };
    let within =
        |column: Expr| Condition::all().add(column.clone().gte(wide.from)).add(column.lt(wide.until));
    let specials = special_orders(writer).filter(within(special_order::Column::CompletedAt.into_expr()));
    let classes = class_bonuses(writer).filter(within(writer_bonus::Column::GrantedAt.into_expr()));
    let (profile, orders, special_orders, class_bonuses, tips, bonuses_cents) = try_join!(
        profile::load(db, writer),
        orders(db, writer, within(order::Column::CompletedAt.into_expr())),
        specials.into_model().all(db),
        classes.into_model().all(db),
        tips(db, writer, period),
        bonuses(db, writer, period),
    )?;
    Ok(Breakdown { profile, orders, special_orders, class_bonuses, tips, bonuses_cents })
}

async fn orders(
    db: &impl ConnectionTrait,
    writer: UserId,
    within: Condition,
) -> Result<Vec<FinishedOrder>, DbErr> {
    use order::Column as O;
    use writer_payment::Column as P;
    let written = Query::select()
        .column((writer_payment::Entity, P::AmountCents))
        .from(writer_payment::Entity)
        .and_where(P::OrderId.into_expr().eq(O::Id.into_expr()))
        .and_where(writer_payment::COLUMN.writer_id.eq(writer))
        .and_where(writer_payment::COLUMN.kind.eq(WriterPaymentKind::Order))
        .order_by((writer_payment::Entity, P::CreatedAt), Direction::Desc)
        .order_by((writer_payment::Entity, P::Id), Direction::Desc)
        .limit(1)
        .take();
    with_pay(order::Entity::find().select_only())
        .columns([O::Id, O::Topic, O::CompletedAt])
        .expr_as(Expr::SubQuery(None, Box::new(written.into())), "written_cents")
        .filter(order::rules::assigned_to(writer))
        .filter(within)
        .order_by_desc(O::CompletedAt)
        .order_by_desc(O::Id)
        .into_model()
        .all(db)
        .await
}

async fn tips(db: &impl ConnectionTrait, writer: UserId, period: Period) -> Result<Tips, DbErr> {
    tip::Entity::find()
        .select_only()
        .expr_as(count(), "tips")
        .expr_as(sum(tip::COLUMN.writer_earning_cents), "cents")
        .filter(tip::COLUMN.writer_id.eq(writer))
        .filter(tip::COLUMN.payment_status.eq(TipPaymentStatus::Completed))
        .filter(tip::COLUMN.sent_at.gte(period.from))
        .filter(tip::COLUMN.sent_at.lt(period.until))
        .into_model()
        .require_one(db)
        .await
}

async fn bonuses(db: &impl ConnectionTrait, writer: UserId, period: Period) -> Result<i64, DbErr> {
    let sums = writer_payment::Entity::find()
        .select_only()
        .expr(sum(writer_payment::COLUMN.bonuses_cents))
        .filter(rules::of(writer))
        .filter(rules::without_installments())
        .filter(paid_in(period));
    Ok(sums.into_tuple().one(db).await?.unwrap_or_default())
}
