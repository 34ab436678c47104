//! What a writer may still ask for and take, and the lock that keeps it true.

use sea_orm::{
    Condition, DatabaseTransaction, DbErr, FromQueryResult, JoinType, QuerySelect, QueryTrait,
    entity::prelude::*,
    sea_query::{Expr, ExprTrait, Func, LockType, Query, SelectStatement},
};
use tally_db::aggregate::count;
use tally_entity::{
    AssignmentSource, OrderRequestKind, OrderRequestStatus, UserId, WriterProfileId, order, order_assignment,
    order_request, user, writer_config, writer_level, writer_profile,
};

/// How many requests of a writer may wait whom nothing else is said about.
const DEFAULT_REQUESTS: i32 = 5;
const WORK: &str = "work";

/// Makes everything that this writer asks for happen one after the other until the transaction ends.
pub(super) async fn lock(tx: &DatabaseTransaction, writer: UserId) -> Result<(), DbErr> {
    let profile: Option<WriterProfileId> = writer_profile::Entity::find()
        .select_only()
        .column(writer_profile::Column::Id)
        .filter(writer_profile::COLUMN.user_id.eq(writer))
        .lock(LockType::Update)
        .into_tuple()
        .one(tx)
        .await?;
    if profile.is_none() {
        // Rows that name the user may still be written.
        let himself = user::Entity::find().select_only().column(user::Column::Id);
        let himself = himself.filter(user::COLUMN.id.eq(writer)).lock(LockType::NoKeyUpdate);
        himself.into_tuple::<UserId>().one(tx).await?;
    }
    Ok(())
}

/// How much of what he may a writer uses.
#[derive(Clone, Copy, Debug, FromQueryResult)]
pub(super) struct Seat {
    pub(super) takes_enabled: bool,
    pub(super) max_requests: i32,
    pub(super) pending_requests: i64,
    pub(super) max_orders: i32,
    pub(super) active_orders: i64,
    pub(super) max_takes: i32,
    pub(super) active_takes: i64,
}

/// A website without a row of switches lets nobody take orders.
pub(super) async fn load(db: &impl ConnectionTrait, writer: UserId) -> Result<Seat, DbErr> {
    use writer_config::Column::{MaxRequestsPerWriter, MaxTakesPerWriter, TakesEnabled};
    let profile = user::Entity::belongs_to(writer_profile::Entity)
        .from(user::Column::Id)
        .to(writer_profile::Column::UserId);
    let level = writer_profile::Entity::belongs_to(writer_level::Entity)
        .from(writer_profile::Column::WriterLevelId)
        .to(writer_level::Column::Id);
    let config = user::Entity::belongs_to(writer_config::Entity)
        .from(user::Column::WebsiteId)
        .to(writer_config::Column::WebsiteId);
    let requests = [writer_level::Column::MaxRequests.into_expr(), MaxRequestsPerWriter.into_expr()];
    let figure = |name: &'static str| Expr::col((WORK, name));
    let mut seat = user::Entity::find()
        .select_only()
        .expr_as(Expr::cust_with_expr("coalesce($1, false)", TakesEnabled.into_expr()), "takes_enabled")
        .expr_as(Func::coalesce(requests.into_iter().chain([Expr::val(DEFAULT_REQUESTS)])), "max_requests")
        .expr_as(Expr::SubQuery(None, Box::new(pending_requests(writer).into())), "pending_requests")
        .expr_as(writer_profile::rules::order_limit(), "max_orders")
        .expr_as(figure("active"), "active_orders")
        .expr_as(Func::coalesce([MaxTakesPerWriter.into_expr(), Expr::val(0)]), "max_takes")
        .expr_as(figure("taken"), "active_takes")
        .join(JoinType::LeftJoin, profile.into())
        .join(JoinType::LeftJoin, level.into())
        .join(JoinType::LeftJoin, config.into())
        .filter(user::COLUMN.id.eq(writer));
    QueryTrait::query(&mut seat).join_lateral(JoinType::InnerJoin, work(writer), WORK, Condition::all());
    seat.into_model().require_one(db).await
}

fn pending_requests(writer: UserId) -> SelectStatement {
    order_request::Entity::find()
        .select_only()
        .expr(count())
        .filter(order_request::COLUMN.writer_id.eq(writer))
        .filter(order_request::COLUMN.status.eq(OrderRequestStatus::Pending))
        .filter(order_request::COLUMN.kind.eq(OrderRequestKind::Request))
        .into_query()
}

/// His orders in work, and how many of them he took himself.
fn work(writer: UserId) -> SelectStatement {
    let taken = Condition::all()
        .add(order_assignment::Column::OrderId.into_expr().eq(order::Column::Id.into_expr()))
        .add(order_assignment::rules::live())
        .add(order_assignment::COLUMN.source.eq(AssignmentSource::Take));
    Query::select()
        .expr_as(count(), "active")
        .expr_as(Func::count(order_assignment::Column::Id.into_expr()), "taken")
        .from(order::Entity)
        .join(JoinType::LeftJoin, order_assignment::Entity, taken)
        .and_where(order::COLUMN.assigned_writer_id.eq(writer))
        .and_where(order::rules::counted())
        .and_where(order::rules::active_work())
        .take()
}
