//! Which rows of the log somebody may see.

use sea_orm::{Condition, QuerySelect, QueryTrait, entity::prelude::*};
use tally_entity::{Role, UserId, WebsiteScope, audit_log, order};

/// Whose doings somebody may see.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Visible {
    /// Everybody's, in these websites.
    All(WebsiteScope),
    /// His own, and those of the people he looks after.
    OwnAndCared(UserId, WebsiteScope),
    /// His own.
    Own(UserId),
    /// His own, and what was done to the orders he placed.
    OwnAndPlaced(UserId),
    /// His own, and what was done to the orders he works on.
    OwnAndAssigned(UserId),
}

impl Visible {
    pub(super) fn condition(self) -> Condition {
        let log = audit_log::COLUMN;
        let own = |user: UserId| Condition::any().add(log.actor_id.eq(user));
        match self {
            Self::All(scope) => scope.of(log.website_id),
            Self::OwnAndCared(user, scope) => {
                let roles = [Role::Writer, Role::Editor, Role::Client].map(Role::as_str);
                own(user).add(scope.of(log.website_id).add(log.actor_role.is_in(roles)))
            }
            Self::Own(user) => own(user),
            Self::OwnAndPlaced(user) => own(user).add(done_to(order::COLUMN.client_id.eq(user))),
            Self::OwnAndAssigned(user) => own(user).add(done_to(order::COLUMN.assigned_writer_id.eq(user))),
        }
    }
}

fn done_to(orders: Expr) -> Condition {
    let orders = order::Entity::find()
        .select_only()
        .column(order::Column::Id)
        .filter(orders)
        .filter(order::rules::counted())
        .into_query();
    Condition::all()
        .add(audit_log::COLUMN.target_type.eq("order"))
        .add(audit_log::COLUMN.target_id.in_subquery(orders))
}
