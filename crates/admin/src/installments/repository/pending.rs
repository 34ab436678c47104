//! Special orders that are not paid in full.

use chrono::NaiveDate;
use sea_orm::{
    DbErr, ExprTrait, FromQueryResult, JoinType, Order, QueryOrder, QuerySelect,
    entity::prelude::*,
    sea_query::{Alias, Query},
};
use tally_db::aggregate::{count, sum};
use tally_entity::{
    SpecialOrderId, SpecialOrderStatus, UserId, WebsiteScope,
    installment::{self, rules},
    special_order, user,
};

use super::tracking::special_order_started;

/// How many are listed.
const LISTED: u64 = 50;

#[derive(Debug, FromQueryResult)]
pub(crate) struct PendingOrder {
    /// How many there are in all; the same in every row.
    pub(crate) orders: i64,
    pub(crate) order_id: SpecialOrderId,
    pub(crate) client_id: UserId,
    pub(crate) client_username: String,
    pub(crate) total_cost_cents: Option<i64>,
    pub(crate) status: SpecialOrderStatus,
    pub(crate) pending: i64,
    pub(crate) pending_cents: i64,
    pub(crate) next_due_on: Option<NaiveDate>,
    pub(crate) next_due_cents: i64,
}

/// One row per order, the one next due first.
pub(crate) async fn load(db: &impl ConnectionTrait, scope: WebsiteScope) -> Result<Vec<PendingOrder>, DbErr> {
    use special_order::Column::{ClientId, Id, Status, TotalCostCents};
    let installment = installment::COLUMN;
    let next_due_on = installment.due_on.min();
    let owner = installment::Entity::belongs_to(special_order::Entity)
        .from(installment::Column::SpecialOrderId)
        .to(Id)
        .into();

    installment::Entity::find()
        .select_only()
        .expr_as(Expr::cust("COUNT(*) OVER ()"), "orders")
        .column_as(Id, "order_id")
        .columns([ClientId, TotalCostCents, Status])
        .expr_as(client_username(), "client_username")
        .expr_as(count(), "pending")
        .expr_as(sum(installment.amount_cents), "pending_cents")
        .expr_as(next_due_on.clone(), "next_due_on")
        .expr_as(next_due_cents(), "next_due_cents")
        .join(JoinType::InnerJoin, owner)
        .filter(scope.of(installment.website_id))
        .filter(rules::counted())
        .filter(rules::owed())
        .filter(special_order_started())
        .group_by(Id)
        .order_by(next_due_on, Order::Asc)
        .order_by_asc(Id)
        .limit(LISTED)
        .into_model()
        .all(db)
        .await
}

// These two are asked only for the rows that are listed: a join, or ordering every group's installments,
// would be done for all.

fn client_username() -> Expr {
    let client = Query::select()
        .column(user::Column::Username)
        .from(user::Entity)
        .and_where(user::Column::Id.into_expr().eq(special_order::Column::ClientId.into_expr()))
        .take();
    Expr::SubQuery(None, Box::new(client.into()))
}

fn next_due_cents() -> Expr {
    let next = Alias::new("next");
    let column = |column: installment::Column| Expr::col((next.clone(), column));
    let first = Query::select()
        .expr(column(installment::Column::AmountCents))
        .from_as(installment::Entity, next.clone())
        .and_where(column(installment::Column::SpecialOrderId).eq(special_order::Column::Id.into_expr()))
        .and_where(column(installment::Column::PaidAt).is_null())
        .and_where(column(installment::Column::CancelledAt).is_null())
        .order_by((next.clone(), installment::Column::DueOn), Order::Asc)
        .order_by((next.clone(), installment::Column::Id), Order::Asc)
        .limit(1)
        .take();
    Expr::SubQuery(None, Box::new(first.into()))
}
