//! One page of the orders somebody sees.

mod wanted;

use chrono::{DateTime, Utc};
use sea_orm::{
    DbErr, JoinType, QueryOrder, QuerySelect, QueryTrait, Select,
    entity::prelude::*,
    sea_query::{Expr, ExprTrait, Func, NullOrdering, Order as Direction},
};
use tally_db::aggregate::count;
use tally_entity::order;
use tokio::try_join;

pub(crate) use self::wanted::{Attention, Span, Wanted, Whose};
use super::{
    order::{Order, with_columns},
    visible::Viewer,
};

const FOUND: &str = "found";

/// What a list is sorted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Key {
    CreatedAt,
    UpdatedAt,
    ClientDeadline,
    WriterDeadline,
    /// The deadline that counts for who asks.
    Deadline,
    TotalPrice,
    Status,
    Id,
}

/// What a list is sorted by, and whether the greatest comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct SortBy {
    pub(crate) key: Key,
    pub(crate) descending: bool,
}

/// How many orders there are, and `limit` of them after the first `offset`.
pub(crate) async fn load(
    db: &impl ConnectionTrait,
    viewer: Viewer,
    wanted: &Wanted,
    order: &[SortBy],
    (limit, offset): (u64, u64),
    now: DateTime<Utc>,
) -> Result<(i64, Vec<Order>), DbErr> {
    let orders = seen(viewer, wanted, now);
    // Found first, so that only the rows of the page meet the tables with their names.
    let found = sorted(orders.clone().column(order::Column::Id), viewer, order).limit(limit).offset(offset);
    let mut page = order::Entity::find().select_only();
    let shown = Expr::col((FOUND, order::Column::Id)).eq(order::Column::Id.into_expr());
    QueryTrait::query(&mut page).join_subquery(JoinType::InnerJoin, found.into_query(), FOUND, shown);
    let page = with_columns(page);
    try_join!(counted(db, orders), sorted(page, viewer, order).into_model::<Order>().all(db))
}

/// The wanted orders that `viewer` sees, without columns and in no order.
pub(crate) fn seen(viewer: Viewer, wanted: &Wanted, now: DateTime<Utc>) -> Select<order::Entity> {
    order::Entity::find()
        .select_only()
        .filter(viewer.sees(wanted.removed))
        .filter(wanted.condition(viewer, now))
}

async fn counted(db: &impl ConnectionTrait, orders: Select<order::Entity>) -> Result<i64, DbErr> {
    orders.expr_as(count(), "count").into_tuple().require_one(db).await
}

fn sorted(orders: Select<order::Entity>, viewer: Viewer, order: &[SortBy]) -> Select<order::Entity> {
    let last = SortBy { key: Key::Id, descending: order.first().is_none_or(|first| first.descending) };
    order.iter().chain([&last]).fold(orders, |orders, SortBy { key, descending }| {
        let direction = if *descending { Direction::Desc } else { Direction::Asc };
        match key.column() {
            Some(column) => orders.order_by(column, direction),
            // An order without a deadline comes last either way.
            None => orders.order_by_with_nulls(key.deadline(viewer), direction, NullOrdering::Last),
        }
    })
}

impl Key {
    fn column(self) -> Option<order::Column> {
        match self {
            Self::CreatedAt => Some(order::Column::CreatedAt),
            Self::UpdatedAt => Some(order::Column::UpdatedAt),
            Self::TotalPrice => Some(order::Column::TotalPriceCents),
            Self::Status => Some(order::Column::Status),
            Self::Id => Some(order::Column::Id),
            Self::ClientDeadline | Self::WriterDeadline | Self::Deadline => None,
        }
    }

    fn deadline(self, viewer: Viewer) -> Expr {
        let client = order::Column::ClientDeadlineAt.into_expr();
        let writer = order::Column::WriterDeadlineAt.into_expr();
        match (self, viewer) {
            (Self::ClientDeadline, _) => client,
            (Self::WriterDeadline, _) => writer,
            (_, Viewer::Writer { .. }) => Func::coalesce([writer, client]).into(),
            (_, Viewer::Staff(_) | Viewer::Client(_)) => Func::coalesce([client, writer]).into(),
        }
    }
}
