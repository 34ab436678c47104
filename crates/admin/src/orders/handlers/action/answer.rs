//! What can be done with an order, and what was done.

use serde::Serialize;
use tally_entity::{
    OrderId, OrderStatus, Role,
    order::lifecycle::{Refusal, Standing},
};
use tally_lifecycle::order::standing;
use utoipa::ToSchema;

use crate::orders::{
    actions::{ACTIONS, ASSIGN, Action, Part},
    handlers::row::OrderRow,
    repository::action::Known,
};

/// What the caller can do with an order.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ActionList {
    #[schema(value_type = i64)]
    order_id: OrderId,
    #[schema(value_type = String)]
    current_status: OrderStatus,
    available_actions: Vec<AvailableAction>,
}

/// Something the caller can do.
#[derive(Debug, Serialize, ToSchema)]
struct AvailableAction {
    action: &'static str,
    label: &'static str,
    #[schema(value_type = Option<String>)]
    target_status: Option<OrderStatus>,
    /// Everybody who may do it.
    #[schema(value_type = Vec<String>)]
    roles: Vec<Role>,
    /// Always true.
    available: bool,
    /// Whether the order is paid and has a writer, as far as it must.
    can_transition: bool,
    /// Whether the order must have a writer for it.
    requires_writer: bool,
}

/// What was done.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ActionTaken {
    pub(super) detail: String,
    pub(super) order: OrderRow,
    #[schema(value_type = String)]
    pub(super) old_status: OrderStatus,
    #[schema(value_type = String)]
    pub(super) new_status: OrderStatus,
}

impl ActionList {
    pub(super) fn of(known: &Known, part: Part) -> Self {
        let offered = ACTIONS.iter().filter(|action| action.bar(part).is_none());
        Self {
            order_id: known.order.id,
            current_status: known.order.status,
            available_actions: offered.filter_map(|action| AvailableAction::of(action, known)).collect(),
        }
    }
}

impl AvailableAction {
    /// Nothing when the order's status does not lead there.
    fn of(action: &Action, known: &Known) -> Option<Self> {
        let (standing, target) = (standing(&known.order), action.target(known.before_hold)?);
        let (leads, can_transition) = match action.name {
            // A writer comes with it, and an order that was taken from its writer goes straight to work.
            ASSIGN => {
                let refusal = Standing { has_writer: false, ..standing }.assigned().err();
                (!matches!(refusal, Some(Refusal::Status { .. })), standing.assigned().is_ok())
            }
            _ => (standing.status.may_become(target), standing.may_go(&[target]).is_ok()),
        };
        leads.then(|| Self {
            action: action.name,
            label: action.label,
            target_status: Some(target),
            roles: action.roles(),
            available: true,
            can_transition,
            requires_writer: target.needs_writer(),
        })
    }
}
