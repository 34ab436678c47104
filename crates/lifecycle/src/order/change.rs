//! From one status to the next, with everything the table of statuses says about it.

use sea_orm::{
    ColumnTrait as _, DatabaseTransaction, DbErr, EntityTrait, QueryFilter as _, Set, sea_query::Expr,
};
use tally_entity::{
    AssignmentStatus, OrderId, OrderStatus, installment, order, order::lifecycle::Refusal, order_assignment,
    order_transition,
};

use super::{Cause, standing};

/// What became of orders that should have changed.
#[derive(Debug, Default)]
pub struct Outcome {
    /// Those that did.
    pub changed: Vec<Changed>,
    /// Those that stay as they are, and why.
    pub refused: Vec<(OrderId, Refusal)>,
}

/// An order before and after.
#[derive(Clone, Debug)]
pub struct Changed {
    /// As it was.
    pub before: order::Model,
    /// As it is now.
    pub after: order::Model,
}

/// Takes orders along `path`, one status after the other; those that may not go there stay as they are.
/// They must be locked ([`super::lock`]).
pub(super) async fn go(
    tx: &DatabaseTransaction,
    orders: Vec<order::Model>,
    path: &[OrderStatus],
    cause: &Cause<'_>,
) -> Result<Outcome, DbErr> {
    let mut outcome = Outcome::default();
    let mut moving = Vec::new();
    for order in orders {
        match standing(&order).may_go(path) {
            Ok(()) => moving.push(order),
            Err(refusal) => outcome.refused.push((order.id, refusal)),
        }
    }
    let Some(last) = path.last().filter(|_| !moving.is_empty()) else { return Ok(outcome) };
    let ids: Vec<OrderId> = moving.iter().map(|order| order.id).collect();
    let after = update(tx, &ids, path, *last, cause).await?;
    write_down(tx, &moving, path, cause).await?;
    if path.iter().any(|status| status.frees_writer()) {
        end_assignments(tx, &ids, cause).await?;
    }
    if path.iter().any(|status| matches!(status, OrderStatus::Cancelled | OrderStatus::Refunded)) {
        cancel_installments(tx, &ids, cause).await?;
    }
    let with_after = |before: order::Model| {
        let after = after.iter().find(|after| after.id == before.id)?.clone();
        Some(Changed { before, after })
    };
    outcome.changed = moving.into_iter().filter_map(with_after).collect();
    Ok(outcome)
}

/// What entering a status sets.
async fn update(
    tx: &DatabaseTransaction,
    ids: &[OrderId],
    path: &[OrderStatus],
    last: OrderStatus,
    cause: &Cause<'_>,
) -> Result<Vec<order::Model>, DbErr> {
    let mut row = order::ActiveModel { status: Set(last), ..Default::default() };
    for status in path {
        match status {
            OrderStatus::Paid => row.is_paid = Set(true),
            OrderStatus::Assigned => row.assigned_at = Set(Some(cause.now)),
            OrderStatus::Submitted => row.submitted_at = Set(Some(cause.now)),
            OrderStatus::Completed => {
                (row.completed_at, row.completed_by_id) = (Set(Some(cause.now)), Set(Some(cause.by.id)));
            }
            OrderStatus::Cancelled => row.cancelled_at = Set(Some(cause.now)),
            _ => {}
        }
        if status.frees_writer() {
            (row.assigned_writer_id, row.assigned_at) = (Set(None), Set(None));
        }
    }
    let mut update = order::Entity::update_many().set(row);
    if path.contains(&OrderStatus::Paid) {
        // An order may have been paid while it stood elsewhere.
        let paid =
            Expr::cust_with_exprs("coalesce($1, $2)", [column(order::Column::PaidAt), Expr::val(cause.now)]);
        update = update.col_expr(order::Column::PaidAt, paid);
    }
    if path.contains(&OrderStatus::RevisionRequested) {
        let undone = Expr::cust_with_exprs(
            "CASE WHEN $1 = 'completed' THEN NULL ELSE $2 END",
            [column(order::Column::Status), column(order::Column::CompletedAt)],
        );
        update = update.col_expr(order::Column::CompletedAt, undone);
    }
    update.filter(order::COLUMN.id.is_in(ids.iter().copied())).exec_with_returning(tx).await
}

fn column(column: order::Column) -> Expr {
    Expr::col(column)
}

/// A row for each step of each order.
async fn write_down(
    tx: &DatabaseTransaction,
    orders: &[order::Model],
    path: &[OrderStatus],
    cause: &Cause<'_>,
) -> Result<(), DbErr> {
    let steps = |order: &order::Model| {
        let from = std::iter::once(order.status).chain(path.iter().copied());
        let (website, id) = (order.website_id, order.id);
        from.zip(path.iter().copied()).map(move |(old_status, new_status)| order_transition::ActiveModel {
            website_id: Set(website),
            order_id: Set(id),
            user_id: Set(Some(cause.by.id)),
            old_status: Set(old_status),
            new_status: Set(new_status),
            action: Set(cause.action.to_owned()),
            meta: Set(cause.meta.clone()),
            created_at: Set(cause.now),
            ..Default::default()
        })
    };
    let rows: Vec<_> = orders.iter().flat_map(steps).collect();
    order_transition::Entity::insert_many(rows).exec_without_returning(tx).await?;
    Ok(())
}

/// Nobody has these orders any more.
pub(super) async fn end_assignments(
    tx: &DatabaseTransaction,
    orders: &[OrderId],
    cause: &Cause<'_>,
) -> Result<(), DbErr> {
    let ended = order_assignment::ActiveModel {
        status: Set(AssignmentStatus::Ended),
        ended_at: Set(Some(cause.now)),
        ..Default::default()
    };
    order_assignment::Entity::update_many()
        .set(ended)
        .filter(order_assignment::COLUMN.order_id.is_in(orders.iter().copied()))
        .filter(order_assignment::rules::live())
        .exec(tx)
        .await?;
    Ok(())
}

/// What was not paid is not owed any more.
async fn cancel_installments(
    tx: &DatabaseTransaction,
    orders: &[OrderId],
    cause: &Cause<'_>,
) -> Result<(), DbErr> {
    let cancelled = installment::ActiveModel { cancelled_at: Set(Some(cause.now)), ..Default::default() };
    installment::Entity::update_many()
        .set(cancelled)
        .filter(installment::COLUMN.order_id.is_in(orders.iter().copied()))
        .filter(installment::rules::counted())
        .filter(installment::rules::owed())
        .exec(tx)
        .await?;
    Ok(())
}
