//! One page of the requests or takes that somebody sees.

use sea_orm::{Condition, DbErr, ExprTrait, QueryOrder, QuerySelect, entity::prelude::*};
use tally_db::aggregate::count;
use tally_entity::{OrderId, OrderRequestKind, OrderRequestStatus, UserId, order_request};
use tokio::try_join;

use super::request::{Request, Viewer, with_columns};

/// Which of them are wanted; what is absent narrows nothing.
#[derive(Clone, Debug, Default)]
pub(crate) struct Wanted {
    /// Any of these; none of them when there are none.
    pub(crate) statuses: Option<Vec<OrderRequestStatus>>,
    pub(crate) approved: Option<bool>,
    pub(crate) order: Option<OrderId>,
    pub(crate) writer: Option<UserId>,
}

impl Wanted {
    fn condition(&self) -> Condition {
        let Self { statuses, approved, order, writer } = self;
        let request = order_request::COLUMN;
        let approved = approved.map(|approved| {
            let is = request.status.eq(OrderRequestStatus::Approved);
            if approved { is } else { is.not() }
        });
        Condition::all()
            .add_option(statuses.as_ref().map(|statuses| request.status.is_in(statuses.iter().copied())))
            .add_option(approved)
            .add_option(order.map(|order| request.order_id.eq(order)))
            .add_option(writer.map(|writer| request.writer_id.eq(writer)))
    }
}

/// How many there are, and `limit` of them after the first `offset`, newest first.
pub(crate) async fn load(
    db: &impl ConnectionTrait,
    viewer: Viewer,
    kind: OrderRequestKind,
    wanted: &Wanted,
    (limit, offset): (u64, u64),
) -> Result<(i64, Vec<Request>), DbErr> {
    let found = order_request::Entity::find()
        .select_only()
        .filter(viewer.sees())
        .filter(order_request::COLUMN.kind.eq(kind))
        .filter(wanted.condition());
    let rows = with_columns(found.clone())
        .order_by_desc(order_request::Column::CreatedAt)
        .order_by_desc(order_request::Column::Id)
        .limit(limit)
        .offset(offset)
        .into_model()
        .all(db);
    try_join!(found.expr_as(count(), "count").into_tuple().require_one(db), rows)
}
