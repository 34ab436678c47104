//! Writers who could be given an order.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use sea_orm::{
    DbErr, FromQueryResult, JoinType, QueryOrder, QuerySelect, QueryTrait, Select,
    entity::prelude::*,
    sea_query::{Alias, Condition, Expr, ExprTrait, Func, NullOrdering, Order as Direction, SelectStatement},
};
use tally_entity::{
    OrderId, OrderStatus, Role, UserId, WebsiteId, WebsiteScope, WriterLevelId, WriterProfileId,
    academic_level, order, paper_type, user, writer_level, writer_profile,
};

use super::{
    order::choice,
    workload::{active, capacity, completed, deadline, on_time, rating, with_workload_among},
};

/// Orders in work shown per writer.
const SHOWN: u64 = 10;

/// An order that looks for a writer.
#[derive(Debug, FromQueryResult)]
pub(crate) struct Wanting {
    pub(crate) id: OrderId,
    pub(crate) website_id: WebsiteId,
    pub(crate) topic: String,
    pub(crate) paper_type: Option<String>,
    pub(crate) academic_level: Option<String>,
    pub(crate) number_of_pages: i32,
    pub(crate) status: OrderStatus,
    pub(crate) is_paid: bool,
    pub(crate) assigned_writer_id: Option<UserId>,
}

/// A writer, and how much he has to do.
#[derive(Clone, Debug, FromQueryResult)]
pub(crate) struct Writer {
    pub(crate) id: UserId,
    pub(crate) username: String,
    pub(crate) email: String,
    pub(crate) first_name: String,
    pub(crate) last_name: String,
    pub(crate) website_id: WebsiteId,
    pub(crate) profile_id: Option<WriterProfileId>,
    pub(crate) pen_name: Option<String>,
    /// Whether orders may be given to him without asking.
    pub(crate) is_available: bool,
    /// Hundredths.
    pub(crate) rating: Option<i64>,
    pub(crate) level_id: Option<WriterLevelId>,
    pub(crate) level: Option<String>,
    pub(crate) level_order: Option<i32>,
    pub(crate) level_limit: Option<i32>,
    /// Orders in work that he may have.
    pub(crate) limit: i32,
    pub(crate) active: i64,
    /// Orders in work that he may have besides.
    pub(crate) capacity: i64,
    pub(crate) completed: i64,
    pub(crate) on_time: i64,
}

/// An order in work.
#[derive(Clone, Debug, FromQueryResult)]
pub(crate) struct ActiveOrder {
    pub(crate) writer_id: UserId,
    pub(crate) id: OrderId,
    pub(crate) topic: String,
    pub(crate) status: OrderStatus,
    pub(crate) deadline: Option<DateTime<Utc>>,
    pub(crate) number_of_pages: i32,
    pub(crate) paper_type: Option<String>,
    pub(crate) academic_level: Option<String>,
}

/// Nothing when there is no such order in the scope.
pub(crate) async fn wanting(
    db: &impl ConnectionTrait,
    scope: WebsiteScope,
    id: OrderId,
) -> Result<Option<Wanting>, DbErr> {
    use order::Column::{AssignedWriterId, Id, IsPaid, NumberOfPages, Status, Topic, WebsiteId};
    with_choices(order::Entity::find().select_only())
        .columns([Id, WebsiteId, Topic, NumberOfPages, Status, IsPaid, AssignedWriterId])
        .filter(scope.of(order::COLUMN.website_id))
        .filter(order::rules::counted())
        .filter(order::COLUMN.id.eq(id))
        .into_model()
        .one(db)
        .await
}

/// The one with most free places first.
pub(crate) async fn writers(
    db: &impl ConnectionTrait,
    scope: WebsiteScope,
    limit: u64,
) -> Result<Vec<Writer>, DbErr> {
    ranked(scope.of(user::COLUMN.website_id), scope.of(order::COLUMN.website_id))
        .limit(limit)
        .into_model()
        .all(db)
        .await
}

/// Every writer of these websites, the one with most free places first.
pub(crate) async fn of_websites(
    db: &impl ConnectionTrait,
    websites: &BTreeSet<WebsiteId>,
) -> Result<Vec<Writer>, DbErr> {
    let orders = order::COLUMN.website_id.is_in(websites.iter().copied());
    ranked(user::COLUMN.website_id.is_in(websites.iter().copied()).into(), orders.into())
        .into_model()
        .all(db)
        .await
}

/// The writers `among` users, whose work is among `orders`.
fn ranked(among: Condition, orders: Condition) -> Select<user::Entity> {
    use user::Column::{Email, FirstName, Id, LastName, Username, WebsiteId};
    let available =
        Expr::col((writer_profile::Entity, writer_profile::Column::IsAvailableForAutoAssignments));
    let rows = user::Entity::find()
        .select_only()
        .columns([Id, Username, Email, FirstName, LastName, WebsiteId])
        .column_as(writer_profile::Column::Id, "profile_id")
        .column(writer_profile::Column::PenName)
        .expr_as(Func::coalesce([available, Expr::val(true)]), "is_available")
        .expr_as(rating(), "rating")
        .column_as(writer_level::Column::Id, "level_id")
        .column_as(writer_level::Column::Name, "level")
        .column_as(writer_level::Column::DisplayOrder, "level_order")
        .column_as(writer_level::Column::MaxOrders, "level_limit")
        .expr_as(writer_profile::rules::order_limit(), "limit")
        .expr_as(active(), "active")
        .expr_as(capacity(), "capacity")
        .expr_as(completed(), "completed")
        .expr_as(on_time(), "on_time")
        .filter(among)
        .filter(user::COLUMN.role.eq(Role::Writer))
        .filter(user::rules::may_work());
    with_workload_among(rows, Id, orders)
        .order_by_desc(capacity())
        .order_by_with_nulls(writer_level::Column::DisplayOrder, Direction::Desc, NullOrdering::Last)
        .order_by_asc(active())
        .order_by_with_nulls(rating(), Direction::Desc, NullOrdering::Last)
        .order_by_asc(Id)
}

/// Of each of these writers the orders in work that are due next.
pub(crate) async fn orders_of(
    db: &impl ConnectionTrait,
    writers: impl Iterator<Item = UserId>,
) -> Result<Vec<ActiveOrder>, DbErr> {
    const NEXT: &str = "next";
    let mut rows = user::Entity::find()
        .select_only()
        .column_as(user::Column::Id, "writer_id")
        .filter(user::COLUMN.id.is_in(writers))
        .order_by_asc(user::Column::Id);
    for column in ["id", "topic", "status", "deadline", "number_of_pages", "paper_type", "academic_level"] {
        rows = rows.expr_as(Expr::col((Alias::new(NEXT), Alias::new(column))), column);
    }
    QueryTrait::query(&mut rows).join_lateral(JoinType::InnerJoin, due_next(), NEXT, Condition::all());
    let deadline = Expr::col((Alias::new(NEXT), Alias::new("deadline")));
    rows.order_by_with_nulls(deadline, Direction::Asc, NullOrdering::Last)
        .order_by_asc(Expr::col((Alias::new(NEXT), Alias::new("id"))))
        .into_model()
        .all(db)
        .await
}

fn due_next() -> SelectStatement {
    use order::Column::{AssignedWriterId, Id, NumberOfPages, Status, Topic};
    with_choices(order::Entity::find().select_only())
        .columns([Id, Topic, Status, NumberOfPages])
        .expr_as(deadline(), "deadline")
        .filter(AssignedWriterId.into_expr().eq(user::Column::Id.into_expr()))
        .filter(order::rules::active_work())
        .filter(order::rules::counted())
        .order_by_with_nulls(deadline(), Direction::Asc, NullOrdering::Last)
        .order_by_asc(Id)
        .limit(SHOWN)
        .into_query()
}

fn with_choices(orders: Select<order::Entity>) -> Select<order::Entity> {
    use order::Column::{AcademicLevelId, PaperTypeId};
    orders
        .column_as(paper_type::Column::Name, "paper_type")
        .column_as(academic_level::Column::Name, "academic_level")
        .join(JoinType::LeftJoin, choice(paper_type::Entity, PaperTypeId, paper_type::Column::Id))
        .join(JoinType::LeftJoin, choice(academic_level::Entity, AcademicLevelId, academic_level::Column::Id))
}
