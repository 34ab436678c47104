//! Which orders exist for whom.

use sea_orm::{
    Condition, QuerySelect, QueryTrait, Select,
    entity::prelude::*,
    sea_query::{SelectStatement, UnionType},
};
use tally_entity::{OrderRequestStatus, UserId, WebsiteId, WebsiteScope, order, order_request};

/// Who looks at orders.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Viewer {
    /// Sees all of these websites.
    Staff(WebsiteScope),
    /// Sees his work, what he asked for, and what he could have.
    Writer { id: UserId, website: WebsiteId },
    /// Sees what he ordered.
    Client(UserId),
}

/// Whether removed orders are seen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Removed {
    #[default]
    Hidden,
    Shown,
    Only,
}

impl Viewer {
    /// The condition that keeps a statement to the orders he sees.
    pub(crate) fn sees(self, removed: Removed) -> Condition {
        let order = order::COLUMN;
        let own = match self {
            Self::Staff(scope) => scope.of(order.website_id),
            Self::Client(id) => order.client_id.eq(id).into(),
            Self::Writer { id, website } => {
                Condition::all().add(order.id.in_subquery(of_writer(id, website)))
            }
        };
        own.add_option(match removed {
            Removed::Hidden => Some(order::rules::counted()),
            Removed::Shown => None,
            Removed::Only => Some(order.deleted_at.is_not_null()),
        })
    }
}

/// Each of the three is found by an index of its own, which one condition with OR would not use.
fn of_writer(id: UserId, website: WebsiteId) -> SelectStatement {
    let (order, request) = (order::COLUMN, order_request::COLUMN);
    let ids = |condition: Condition| of(order::Entity::find().filter(condition), order::Column::Id);
    let open = request.status.is_in([OrderRequestStatus::Pending, OrderRequestStatus::Approved]);
    let asked = order_request::Entity::find().filter(request.writer_id.eq(id)).filter(open);
    let pool = order::rules::in_pool(website, id);
    let mut seen = ids(order.assigned_writer_id.eq(id).into());
    seen.union(UnionType::All, of(asked, order_request::Column::OrderId)).union(UnionType::All, ids(pool));
    seen
}

fn of<E: EntityTrait>(rows: Select<E>, column: E::Column) -> SelectStatement {
    rows.select_only().column(column).into_query()
}
