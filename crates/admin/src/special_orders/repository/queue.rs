//! Special orders that wait for a decision or a price.

use sea_orm::{
    DbErr, FromQueryResult, QueryOrder, QuerySelect,
    entity::prelude::*,
    sea_query::{Condition, Expr},
};
use tally_entity::{SpecialOrderPricing, SpecialOrderStatus, WebsiteScope, special_order};

use super::{
    list::Wanted,
    order::{SpecialOrder, special_orders},
};

/// What special orders wait for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Queue {
    /// That somebody approves of them.
    Approval,
    /// That somebody says what they cost.
    Estimate,
}

#[derive(Debug, FromQueryResult)]
pub(crate) struct Queued {
    /// How many there are in all; the same in every row.
    pub(crate) orders: i64,
    #[sea_orm(nested)]
    pub(crate) order: SpecialOrder,
}

/// The `limit` newest.
pub(crate) async fn load(
    db: &impl ConnectionTrait,
    scope: WebsiteScope,
    queue: Queue,
    wanted: &Wanted,
    limit: u64,
) -> Result<Vec<Queued>, DbErr> {
    let waiting = match queue {
        Queue::Approval => needs_approval(),
        Queue::Estimate => needs_estimate(),
    };
    special_orders()
        .expr_as(Expr::cust("COUNT(*) OVER ()"), "orders")
        .filter(scope.of(special_order::COLUMN.website_id))
        .filter(waiting)
        .filter(wanted.words())
        .order_by_desc(special_order::Column::CreatedAt)
        .order_by_desc(special_order::Column::Id)
        .limit(limit)
        .into_model()
        .all(db)
        .await
}

/// Not begun, and nobody approved of it.
pub(super) fn needs_approval() -> Condition {
    not_begun().add(special_order::COLUMN.is_approved.eq(false))
}

/// Submitted, and nobody approved of it.
pub(super) fn approval_pending() -> Condition {
    let order = special_order::COLUMN;
    Condition::all()
        .add(order.status.eq(SpecialOrderStatus::AwaitingApproval))
        .add(order.is_approved.eq(false))
}

/// Not begun, without a price on a list and without one of its own.
pub(super) fn needs_estimate() -> Condition {
    let order = special_order::COLUMN;
    not_begun().add(order.order_type.eq(SpecialOrderPricing::Estimated)).add(order.total_cost_cents.is_null())
}

fn not_begun() -> Condition {
    use SpecialOrderStatus::{AwaitingApproval, Inquiry};
    Condition::all().add(special_order::COLUMN.status.is_in([Inquiry, AwaitingApproval]))
}
