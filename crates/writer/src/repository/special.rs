//! Special orders as they are paid.

use chrono::{DateTime, Utc};
use sea_orm::{
    FromQueryResult, QueryOrder, QuerySelect, Select,
    entity::prelude::*,
    sea_query::{Expr, ExprTrait, NullOrdering, Order as Direction, Query},
};
use tally_db::aggregate::sum;
use tally_entity::{SpecialOrderId, UserId, special_order, writer_bonus};

use crate::formulas::{
    payout::Terms,
    special_payout::{SetBy, SpecialWork, special_payout},
};

#[derive(Clone, Debug, FromQueryResult)]
pub(crate) struct SpecialOrder {
    pub(crate) id: SpecialOrderId,
    /// How its description begins.
    pub(crate) title: String,
    agreed_cents: Option<i64>,
    agreed_pct: Option<i64>,
    total_cost_cents: Option<i64>,
    approved_cost_cents: Option<i64>,
    /// What the writer got on top.
    pub(crate) bonus_cents: i64,
    pub(crate) completed_at: Option<DateTime<Utc>>,
}

impl SpecialOrder {
    /// What it pays a writer of this level, and who decided it.
    pub(crate) fn payout(&self, terms: Option<&Terms>) -> (i64, SetBy) {
        special_payout(&self.work(), terms)
    }

    pub(crate) fn cost_cents(&self) -> i64 {
        self.work().cost_cents()
    }

    fn work(&self) -> SpecialWork {
        let Self { agreed_cents, agreed_pct, total_cost_cents, approved_cost_cents, .. } = *self;
        SpecialWork { agreed_cents, agreed_pct, total_cost_cents, approved_cost_cents }
    }
}

/// Those of a writer with the columns of [`SpecialOrder`], the last completed first.
pub(crate) fn special_orders(writer: UserId) -> Select<special_order::Entity> {
    use special_order::Column as S;
    special_order::Entity::find()
        .select_only()
        .column(S::Id)
        .expr_as(Expr::cust_with_expr("left($1, 50)", S::InquiryDetails.into_expr()), "title")
        .column_as(S::WriterPaymentCents, "agreed_cents")
        .expr_as(Expr::cust_with_expr("($1 * 100)::bigint", S::WriterPaymentPct.into_expr()), "agreed_pct")
        .column(S::TotalCostCents)
        .column_as(S::AdminApprovedCostCents, "approved_cost_cents")
        .expr_as(bonus(), "bonus_cents")
        .column(S::CompletedAt)
        .filter(special_order::COLUMN.writer_id.eq(writer))
        .order_by_with_nulls(S::CompletedAt, Direction::Desc, NullOrdering::Last)
        .order_by_desc(S::Id)
}

fn bonus() -> Expr {
    use writer_bonus::Column as B;
    let sums = Query::select()
        .expr(sum(B::AmountCents.into_expr()))
        .from(writer_bonus::Entity)
        .and_where(B::SpecialOrderId.into_expr().eq(special_order::Column::Id.into_expr()))
        .and_where(B::WriterId.into_expr().eq(special_order::Column::WriterId.into_expr()))
        .take();
    Expr::SubQuery(None, Box::new(sums.into()))
}
