//! What writers have done, were paid, and are thought of.

use std::collections::BTreeMap;

use sea_orm::{
    DbErr, FromQueryResult, QuerySelect,
    entity::prelude::*,
    sea_query::{Condition, Expr, ExprTrait, Query},
};
use tally_db::aggregate::{avg_where, count, count_where, sum};
use tally_entity::{
    AssignmentSource, AssignmentStatus, OrderStatus, ReviewKind, UserId, order, order_assignment,
    order_transition, review, user, writer_payment,
};
use tokio::try_join;

/// Figures by writer; who is missing has done nothing.
#[derive(Debug, Default)]
pub(crate) struct Figures {
    work: BTreeMap<UserId, Work>,
    others: BTreeMap<UserId, Others>,
    earned: BTreeMap<UserId, i64>,
}

#[derive(Clone, Copy, Debug, Default, FromQueryResult)]
pub(crate) struct Work {
    pub(crate) assigned: i64,
    pub(crate) finished: i64,
    pub(crate) late: i64,
    pub(crate) revised: i64,
    pub(crate) active: i64,
}

/// What others think of a writer, and what he took without being asked.
#[derive(Clone, Copy, Debug, Default, FromQueryResult)]
pub(crate) struct Others {
    /// Hundredths; null when nobody rated him.
    pub(crate) rating: Option<i64>,
    pub(crate) takes: i64,
}

impl Figures {
    pub(crate) fn work(&self, writer: UserId) -> Work {
        self.work.get(&writer).copied().unwrap_or_default()
    }

    pub(crate) fn others(&self, writer: UserId) -> Others {
        self.others.get(&writer).copied().unwrap_or_default()
    }

    pub(crate) fn earned_cents(&self, writer: UserId) -> i64 {
        self.earned.get(&writer).copied().unwrap_or_default()
    }
}

pub(super) async fn load(db: &impl ConnectionTrait, writers: &[UserId]) -> Result<Figures, DbErr> {
    let (work, others, earned) = try_join!(work(db, writers), others(db, writers), earned(db, writers))?;
    Ok(Figures { work, others, earned })
}

async fn work(db: &impl ConnectionTrait, writers: &[UserId]) -> Result<BTreeMap<UserId, Work>, DbErr> {
    #[derive(FromQueryResult)]
    struct Row {
        assigned_writer_id: UserId,
        #[sea_orm(nested)]
        work: Work,
    }
    use order::rules::{active_work, counted, finished, late};
    let all = |condition: Expr| Condition::all().add(condition);
    let sent_back = Query::select()
        .expr(Expr::val(1))
        .from(order_transition::Entity)
        .and_where(order_transition::Column::OrderId.into_expr().eq(order::Column::Id.into_expr()))
        .and_where(order_transition::COLUMN.new_status.eq(OrderStatus::RevisionRequested))
        .take();
    let rows: Vec<Row> = order::Entity::find()
        .select_only()
        .column(order::Column::AssignedWriterId)
        .expr_as(count(), "assigned")
        .expr_as(count_where(all(finished())), "finished")
        .expr_as(count_where(late()), "late")
        .expr_as(count_where(all(finished()).add(Expr::exists(sent_back))), "revised")
        .expr_as(count_where(all(active_work())), "active")
        .filter(order::COLUMN.assigned_writer_id.is_in(writers.iter().copied()))
        .filter(counted())
        .group_by(order::Column::AssignedWriterId)
        .into_model()
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|row| (row.assigned_writer_id, row.work)).collect())
}

async fn others(db: &impl ConnectionTrait, writers: &[UserId]) -> Result<BTreeMap<UserId, Others>, DbErr> {
    #[derive(FromQueryResult)]
    struct Row {
        id: UserId,
        #[sea_orm(nested)]
        others: Others,
    }
    let himself = || user::Column::Id.into_expr();
    let (review, assignment) = (review::COLUMN, order_assignment::COLUMN);
    let rating = Query::select()
        .expr(avg_where(review.rating, Condition::all()))
        .from(review::Entity)
        .and_where(review::Column::ReviewedUserId.into_expr().eq(himself()))
        .and_where(review.kind.is_in([ReviewKind::Writer, ReviewKind::Order]))
        .and_where(review::Column::IsShadowed.into_expr().not())
        .take();
    let takes = Query::select()
        .expr(count())
        .from(order_assignment::Entity)
        .and_where(order_assignment::Column::WriterId.into_expr().eq(himself()))
        .and_where(assignment.source.eq(AssignmentSource::Take))
        .and_where(assignment.status.is_in([AssignmentStatus::Accepted, AssignmentStatus::Ended]))
        .take();
    let rows: Vec<Row> = user::Entity::find()
        .select_only()
        .column(user::Column::Id)
        .expr_as(Expr::SubQuery(None, Box::new(rating.into())), "rating")
        .expr_as(Expr::SubQuery(None, Box::new(takes.into())), "takes")
        .filter(user::COLUMN.id.is_in(writers.iter().copied()))
        .into_model()
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|row| (row.id, row.others)).collect())
}

async fn earned(db: &impl ConnectionTrait, writers: &[UserId]) -> Result<BTreeMap<UserId, i64>, DbErr> {
    let rows: Vec<(UserId, i64)> = writer_payment::Entity::find()
        .select_only()
        .column(writer_payment::Column::WriterId)
        .expr_as(sum(writer_payment::COLUMN.amount_cents), "cents")
        .filter(writer_payment::COLUMN.writer_id.is_in(writers.iter().copied()))
        .filter(writer_payment::rules::paid())
        .filter(writer_payment::rules::without_installments())
        .group_by(writer_payment::Column::WriterId)
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().collect())
}
