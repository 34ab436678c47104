//! One order, and what somebody does with it.

use sea_orm::{
    Condition, DatabaseTransaction, DbErr, FromQueryResult, QueryOrder, QuerySelect, QueryTrait, Set,
    entity::prelude::*,
    sea_query::{Expr, ExprTrait},
};
use tally_entity::{
    AssignmentSource, DisputeReason, EditorTaskStatus, OrderId, OrderStatus, UserId, dispute, editor_task,
    order, order::lifecycle::Refusal, order_transition,
};
use tally_lifecycle::order::{self as life, ASSIGN_WRITER, Cause, Outcome, assign, change};

use super::{
    bulk_assign::{Assignee, given},
    visible::{Removed, Viewer},
};

/// An order, and what decides who may do what with it.
#[derive(Debug)]
pub(crate) struct Known {
    pub(crate) order: order::Model,
    /// Where it stood before it was put on hold, if it is.
    pub(crate) before_hold: Option<OrderStatus>,
    /// Whether the one who asks writes or edits it.
    pub(crate) is_own: bool,
}

/// What is done with an order.
#[derive(Clone, Debug)]
pub(crate) enum Deed {
    /// It goes to another status.
    Move(OrderStatus),
    /// A writer gets it.
    Assign(Assignee),
    /// It is taken from its writer, and perhaps given to another.
    Reassign(Option<Assignee>),
    /// Somebody does not agree with what he got, and says why.
    Dispute(String),
}

/// Nothing when he sees no such order.
pub(crate) async fn find(
    db: &impl ConnectionTrait,
    viewer: Viewer,
    id: OrderId,
    user: UserId,
) -> Result<Option<Known>, DbErr> {
    let order = order::Entity::find().filter(which(viewer, id)).one(db).await?;
    known(db, order, user).await
}

/// The same, and nobody else changes the order until the transaction ends.
pub(crate) async fn lock(
    tx: &DatabaseTransaction,
    viewer: Viewer,
    id: OrderId,
    user: UserId,
) -> Result<Option<Known>, DbErr> {
    let order = life::lock(tx, which(viewer, id)).await?.pop();
    known(tx, order, user).await
}

fn which(viewer: Viewer, id: OrderId) -> Condition {
    viewer.sees(Removed::Hidden).add(order::COLUMN.id.eq(id))
}

#[derive(FromQueryResult)]
struct Facts {
    before_hold: Option<OrderStatus>,
    has_task: bool,
}

async fn known(
    db: &impl ConnectionTrait,
    order: Option<order::Model>,
    user: UserId,
) -> Result<Option<Known>, DbErr> {
    let Some(order) = order else { return Ok(None) };
    let facts = order::Entity::find()
        .select_only()
        .expr_as(before_hold(), "before_hold")
        .expr_as(has_task(user), "has_task")
        .filter(order::COLUMN.id.eq(order.id))
        .into_model::<Facts>()
        .require_one(db)
        .await?;
    let Facts { before_hold, has_task } = facts;
    let before_hold = before_hold.filter(|_| order.status == OrderStatus::OnHold);
    let is_own = has_task || order.assigned_writer_id == Some(user);
    Ok(Some(Known { order, before_hold, is_own }))
}

fn before_hold() -> Expr {
    use order_transition::Column::{CreatedAt, Id, OldStatus, OrderId};
    let last = order_transition::Entity::find()
        .select_only()
        .column(OldStatus)
        .filter(OrderId.into_expr().eq(order::Column::Id.into_expr()))
        .filter(order_transition::COLUMN.new_status.eq(OrderStatus::OnHold))
        .order_by_desc(CreatedAt)
        .order_by_desc(Id)
        .limit(1)
        .into_query();
    Expr::SubQuery(None, Box::new(last.into()))
}

/// Whether this editor has work on the order that is not finished.
fn has_task(editor: UserId) -> Expr {
    let open = [EditorTaskStatus::Pending, EditorTaskStatus::InReview];
    let tasks = editor_task::Entity::find()
        .select_only()
        .column(editor_task::Column::Id)
        .filter(editor_task::Column::OrderId.into_expr().eq(order::Column::Id.into_expr()))
        .filter(editor_task::COLUMN.editor_id.eq(editor))
        .filter(editor_task::COLUMN.status.is_in(open))
        .into_query();
    Expr::exists(tasks)
}

/// Does it, or says why the order stays as it is. The transaction is then of no more use.
pub(crate) async fn carry_out(
    tx: &DatabaseTransaction,
    order: order::Model,
    deed: Deed,
    reason: Option<&str>,
    cause: &Cause<'_>,
) -> Result<Result<OrderStatus, Refusal>, DbErr> {
    let outcome = match deed {
        Deed::Move(to) => change(tx, vec![order], to, cause).await?,
        Deed::Assign(writer) => give(tx, order, &writer, reason, cause).await?,
        Deed::Reassign(writer) => {
            let freed = change(tx, vec![order], OrderStatus::Reassigned, cause).await?;
            match (freed.changed.first(), writer) {
                (Some(freed), Some(writer)) => give(tx, freed.after.clone(), &writer, reason, cause).await?,
                _ => freed,
            }
        }
        Deed::Dispute(reason) => {
            raise(tx, &order, reason, cause).await?;
            change(tx, vec![order], OrderStatus::Disputed, cause).await?
        }
    };
    match (outcome.changed.first(), outcome.refused.first()) {
        (_, Some((_, refusal))) => Ok(Err(*refusal)),
        (Some(changed), None) => Ok(Ok(changed.after.status)),
        (None, None) => Err(DbErr::RecordNotUpdated),
    }
}

async fn give(
    tx: &DatabaseTransaction,
    order: order::Model,
    writer: &Assignee,
    reason: Option<&str>,
    cause: &Cause<'_>,
) -> Result<Outcome, DbErr> {
    let cause = &Cause { action: ASSIGN_WRITER, ..cause.clone() };
    assign(tx, vec![given(order, writer, |_| None)], AssignmentSource::Admin, reason, cause).await
}

async fn raise(
    tx: &DatabaseTransaction,
    order: &order::Model,
    reason: String,
    cause: &Cause<'_>,
) -> Result<(), DbErr> {
    let row = dispute::ActiveModel {
        website_id: Set(order.website_id),
        order_id: Set(Some(order.id)),
        raised_by_id: Set(Some(cause.by.id)),
        reason_code: Set(DisputeReason::Other),
        reason: Set(reason),
        created_at: Set(cause.now),
        ..Default::default()
    };
    dispute::Entity::insert(row).exec_without_returning(tx).await?;
    Ok(())
}
