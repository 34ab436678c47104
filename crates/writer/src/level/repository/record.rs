//! What a writer has done, ever, and what he has in hand.

use chrono::{DateTime, Utc};
use sea_orm::{
    DbErr, FromQueryResult, QuerySelect,
    entity::prelude::*,
    sea_query::{Condition, Expr, ExprTrait, Query},
};
use tally_db::aggregate::{count, count_where};
use tally_entity::{
    AssignmentSource, AssignmentStatus, OrderStatus, UserId, order, order_assignment, order_transition,
};

use crate::{formulas::progress::Record, level::repository::reviews::Rating};

#[derive(Clone, Copy, Debug, FromQueryResult)]
pub(crate) struct Done {
    pub(crate) assigned: i64,
    pub(crate) finished: i64,
    pub(crate) late: i64,
    pub(crate) revised: i64,
    pub(crate) active: i64,
    /// Finished since the instant that was asked about.
    pub(crate) finished_since: i64,
}

impl Done {
    /// Together with what others think of it and how it was come by.
    pub(crate) fn record(&self, rating: Rating, takes: i64) -> Record {
        let Self { assigned, finished, late, revised, active: _, finished_since: _ } = *self;
        Record { assigned, finished, late, revised, rating: rating.mean, takes }
    }
}

pub(crate) async fn done(
    db: &impl ConnectionTrait,
    writer: UserId,
    since: DateTime<Utc>,
) -> Result<Done, DbErr> {
    use order::rules::{active_work, assigned_to, finished, late};
    let all = |condition: Expr| Condition::all().add(condition);
    let revised = all(finished()).add(Expr::exists(
        Query::select()
            .expr(Expr::val(1))
            .from(order_transition::Entity)
            .and_where(order_transition::Column::OrderId.into_expr().eq(order::Column::Id.into_expr()))
            .and_where(order_transition::COLUMN.new_status.eq(OrderStatus::RevisionRequested))
            .take(),
    ));
    order::Entity::find()
        .select_only()
        .expr_as(count(), "assigned")
        .expr_as(count_where(all(finished())), "finished")
        .expr_as(count_where(late()), "late")
        .expr_as(count_where(revised), "revised")
        .expr_as(count_where(all(active_work())), "active")
        .expr_as(count_where(Condition::all().add(order::COLUMN.completed_at.gte(since))), "finished_since")
        .filter(assigned_to(writer))
        .into_model()
        .require_one(db)
        .await
}

/// Orders that the writer took himself, and kept.
pub(crate) async fn takes(db: &impl ConnectionTrait, writer: UserId) -> Result<i64, DbErr> {
    let assignment = order_assignment::COLUMN;
    let rows = order_assignment::Entity::find()
        .select_only()
        .expr(count())
        .filter(assignment.writer_id.eq(writer))
        .filter(assignment.source.eq(AssignmentSource::Take))
        .filter(assignment.status.is_in([AssignmentStatus::Accepted, AssignmentStatus::Ended]));
    Ok(rows.into_tuple().one(db).await?.unwrap_or_default())
}
