//! A period in every respect: orders, people, tickets, disputes, refunds.

use chrono::NaiveDate;
use sea_orm::{
    Condition, DbErr, FromQueryResult, QueryOrder, QuerySelect, entity::prelude::*, sea_query::Alias,
};
use tally_db::aggregate::{count, count_where, sum, sum_where, utc_day};
use tally_entity::{
    DisputeStatus, OrderStatus, RefundStatus, TicketPriority, TicketStatus, WebsiteScope, dispute, order,
    refund, ticket,
};
use tally_kernel::Period;
use tokio::try_join;

use super::{
    enhanced::within,
    service_revenue::{self, Revenue},
    top_clients::{self, TopClient},
    top_writers::{self, TopWriter},
};

const TOP_CLIENTS: u64 = 10;

#[derive(Debug)]
pub(crate) struct Advanced {
    /// Oldest first.
    pub(crate) days: Vec<OrderDay>,
    pub(crate) work_types: Vec<Revenue>,
    pub(crate) writers: Vec<TopWriter>,
    pub(crate) clients: Vec<TopClient>,
    pub(crate) tickets: Vec<PriorityTickets>,
    pub(crate) disputes: Disputes,
    pub(crate) refunds: Refunds,
}

/// The orders placed on one UTC day.
#[derive(Debug, FromQueryResult)]
pub(crate) struct OrderDay {
    pub(crate) day: NaiveDate,
    pub(crate) created: i64,
    pub(crate) paid: i64,
    /// Of the paid ones.
    pub(crate) revenue_cents: i64,
    pub(crate) assigned: i64,
    pub(crate) in_progress: i64,
    pub(crate) submitted: i64,
    pub(crate) completed: i64,
}

/// The tickets of one priority.
#[derive(Debug, FromQueryResult)]
pub(crate) struct PriorityTickets {
    pub(crate) priority: Option<TicketPriority>,
    pub(crate) tickets: i64,
    /// Solved or closed.
    pub(crate) resolved: i64,
    /// Those whose time of solution is known, and the time that took, in microseconds.
    pub(crate) timed: i64,
    pub(crate) micros: i64,
}

#[derive(Debug, FromQueryResult)]
pub(crate) struct Disputes {
    pub(crate) all: i64,
    pub(crate) resolved: i64,
    pub(crate) open: i64,
}

#[derive(Debug, FromQueryResult)]
pub(crate) struct Refunds {
    pub(crate) all: i64,
    pub(crate) cents: i64,
    pub(crate) processed: i64,
    pub(crate) pending: i64,
    pub(crate) rejected: i64,
}

pub(crate) async fn load(
    db: &impl ConnectionTrait,
    scope: WebsiteScope,
    period: Period,
) -> Result<Advanced, DbErr> {
    let (days, work_types, writers, clients, tickets, disputes, refunds) = try_join!(
        days(db, scope, period),
        service_revenue::by_work_type(db, scope, period),
        top_writers::among(db, scope, within(period).add(completed())),
        top_clients::among(db, scope, within(period), TOP_CLIENTS),
        tickets(db, scope, period),
        disputes(db, scope, period),
        refunds(db, scope, period),
    )?;
    Ok(Advanced { days, work_types, writers, clients, tickets, disputes, refunds })
}

/// What these analytics call completed: nothing but that status.
pub(crate) fn completed() -> Expr {
    order::COLUMN.status.eq(OrderStatus::Completed)
}

async fn days(
    db: &impl ConnectionTrait,
    scope: WebsiteScope,
    period: Period,
) -> Result<Vec<OrderDay>, DbErr> {
    let order = order::COLUMN;
    let paid = order.is_paid.eq(true);
    let with = |status| count_where(order.status.eq(status));
    order::Entity::find()
        .select_only()
        .expr_as(utc_day(order.created_at), "day")
        .expr_as(count(), "created")
        .expr_as(count_where(paid.clone()), "paid")
        .expr_as(sum_where(order.total_price_cents, paid), "revenue_cents")
        .expr_as(count_where(order.assigned_writer_id.is_not_null()), "assigned")
        .expr_as(with(OrderStatus::InProgress), "in_progress")
        .expr_as(with(OrderStatus::Submitted), "submitted")
        .expr_as(count_where(completed()), "completed")
        .filter(scope.of(order.website_id))
        .filter(order::rules::counted())
        .filter(within(period))
        .group_by(Expr::col(Alias::new("day")))
        .order_by_asc(Expr::col(Alias::new("day")))
        .into_model()
        .all(db)
        .await
}

async fn tickets(
    db: &impl ConnectionTrait,
    scope: WebsiteScope,
    period: Period,
) -> Result<Vec<PriorityTickets>, DbErr> {
    let ticket = ticket::COLUMN;
    let timed = ticket.resolved_at.is_not_null();
    let took = Expr::cust_with_exprs(
        "(extract(epoch FROM $1 - $2) * 1000000)::bigint",
        [ticket::Column::ResolvedAt.into_expr(), ticket::Column::CreatedAt.into_expr()],
    );
    let done = Condition::any().add(timed.clone()).add(ticket.status.eq(TicketStatus::Closed));
    ticket::Entity::find()
        .select_only()
        .column(ticket::Column::Priority)
        .expr_as(count(), "tickets")
        .expr_as(count_where(done), "resolved")
        .expr_as(count_where(timed), "timed")
        .expr_as(sum(took), "micros")
        .filter(scope.of(ticket.website_id))
        .filter(ticket.created_at.gte(period.from))
        .filter(ticket.created_at.lt(period.until))
        .group_by(ticket::Column::Priority)
        .order_by_desc(Expr::col(Alias::new("tickets")))
        .order_by_asc(ticket::Column::Priority)
        .into_model()
        .all(db)
        .await
}

async fn disputes(db: &impl ConnectionTrait, scope: WebsiteScope, period: Period) -> Result<Disputes, DbErr> {
    let dispute = dispute::COLUMN;
    dispute::Entity::find()
        .select_only()
        .expr_as(count(), "all")
        .expr_as(count_where(dispute.resolved_at.is_not_null()), "resolved")
        .expr_as(count_where(dispute.status.eq(DisputeStatus::Open)), "open")
        .filter(scope.of(dispute.website_id))
        .filter(dispute.created_at.gte(period.from))
        .filter(dispute.created_at.lt(period.until))
        .into_model()
        .require_one(db)
        .await
}

async fn refunds(db: &impl ConnectionTrait, scope: WebsiteScope, period: Period) -> Result<Refunds, DbErr> {
    let refund = refund::COLUMN;
    let with = |status| count_where(refund.status.eq(status));
    refund::Entity::find()
        .select_only()
        .expr_as(count(), "all")
        .expr_as(sum(refund::rules::amount_cents()), "cents")
        .expr_as(with(RefundStatus::Processed), "processed")
        .expr_as(with(RefundStatus::Pending), "pending")
        .expr_as(with(RefundStatus::Rejected), "rejected")
        .filter(scope.of(refund.website_id))
        .filter(refund.created_at.gte(period.from))
        .filter(refund.created_at.lt(period.until))
        .into_model()
        .require_one(db)
        .await
}
