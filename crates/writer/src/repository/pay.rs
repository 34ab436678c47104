//! What decides the pay of an order, in columns that any statement about orders can add.

use chrono::{DateTime, Utc};
use sea_orm::{
    FromQueryResult, JoinType, QuerySelect, RelationDef, Select,
    entity::prelude::*,
    sea_query::{Expr, ExprTrait, Func, Order as Direction, Query},
};
use tally_entity::{order, order_pricing_snapshot, subject, work_type};

use crate::formulas::payout::{Terms, Work, payout};

/// The columns of [`with_pay`], for a field with `#[sea_orm(nested)]`.
#[derive(Clone, Copy, Debug, FromQueryResult)]
pub(crate) struct PayColumns {
    pub(crate) agreed_cents: i64,
    pub(crate) pages: i32,
    pub(crate) slides: i32,
    pub(crate) total_cents: i64,
    pub(crate) cost_cents: i64,
    pub(crate) is_urgent: bool,
    pub(crate) is_technical: bool,
    pub(crate) due: Option<DateTime<Utc>>,
    pub(crate) assigned_at: Option<DateTime<Utc>>,
}

impl PayColumns {
    /// What the order pays a writer of this level.
    pub(crate) fn payout(self, terms: Option<&Terms>, now: DateTime<Utc>) -> i64 {
        payout(&self.work(), terms, now)
    }

    fn work(self) -> Work {
        let Self {
            agreed_cents,
            pages,
            slides,
            total_cents,
            cost_cents,
            is_urgent,
            is_technical,
            due,
            assigned_at,
        } = self;
        Work {
            agreed_cents,
            pages,
            slides,
            total_cents,
            cost_cents,
            is_urgent,
            is_technical,
            due,
            assigned_at,
        }
    }
}

/// Adds the columns of [`PayColumns`] to orders, and joins their subject and their kind of work.
pub(crate) fn with_pay(orders: Select<order::Entity>) -> Select<order::Entity> {
    use order::Column as O;
    orders
        .column_as(O::WriterCompensationCents, "agreed_cents")
        .column_as(O::NumberOfPages, "pages")
        .column_as(O::NumberOfSlides, "slides")
        .column_as(O::TotalPriceCents, "total_cents")
        .expr_as(cost(), "cost_cents")
        .column(O::IsUrgent)
        .expr_as(technical(), "is_technical")
        .expr_as(order::rules::due(), "due")
        .column(O::AssignedAt)
        .join(JoinType::LeftJoin, subject())
        .join(JoinType::LeftJoin, work_type())
}

/// What an order cost before its discount, when its price was computed last; 0 when it never was.
fn cost() -> Expr {
    use order_pricing_snapshot::Column as S;
    let newest = Query::select()
        .expr(S::TotalPriceCents.into_expr().add(S::DiscountCents.into_expr()))
        .from(order_pricing_snapshot::Entity)
        .and_where(S::OrderId.into_expr().eq(order::Column::Id.into_expr()))
        .order_by((order_pricing_snapshot::Entity, S::CreatedAt), Direction::Desc)
        .order_by((order_pricing_snapshot::Entity, S::Id), Direction::Desc)
        .limit(1)
        .take();
    Func::coalesce([Expr::SubQuery(None, Box::new(newest.into())), Expr::val(0_i64)]).into()
}

fn technical() -> Expr {
    let of_subject = subject::Column::IsTechnical.into_expr();
    let of_work = work_type::Column::IsTechnical.into_expr();
    Expr::cust_with_exprs("coalesce($1, false) OR coalesce($2, false)", [of_subject, of_work])
}

fn subject() -> RelationDef {
    order::Entity::belongs_to(subject::Entity).from(order::Column::SubjectId).to(subject::Column::Id).into()
}

fn work_type() -> RelationDef {
    order::Entity::belongs_to(work_type::Entity)
        .from(order::Column::WorkTypeId)
        .to(work_type::Column::Id)
        .into()
}
