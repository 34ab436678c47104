//! What people do with orders, under the names that the pages use, and who may.

use tally_entity::{OrderStatus, Role};

/// One thing that can be done with an order.
#[derive(Debug)]
pub(crate) struct Action {
    pub(crate) name: &'static str,
    pub(crate) label: &'static str,
    to: Target,
    /// Who may, besides those who run the business.
    others: &'static [Role],
}

#[derive(Clone, Copy, Debug)]
enum Target {
    Status(OrderStatus),
    /// Where the order stood before it was put on hold.
    BeforeHold,
}

/// What somebody has to do with an order.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Part {
    pub(crate) role: Role,
    /// Whether the order is his to write, or to edit.
    pub(crate) is_own: bool,
    pub(crate) is_paid: bool,
}

/// Why somebody may not do something, whatever the order's status.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Bar {
    /// It is not for him.
    Part,
    /// It is not for him any more.
    Paid,
}

pub(crate) const ASSIGN: &str = "assign_order";
pub(crate) const REASSIGN: &str = "reassign_order";
pub(crate) const DISPUTE: &str = "dispute_order";
const CANCEL: &str = "cancel_order";

const fn action(name: &'static str, label: &'static str, to: OrderStatus, others: &'static [Role]) -> Action {
    Action { name, label, to: Target::Status(to), others }
}

use Role::{Client, Editor, Support, Writer};

#[rustfmt::skip]
pub(crate) static ACTIONS: [Action; 23] = [
    action("mark_paid", "Mark paid", OrderStatus::Paid, &[Support]),
    action("make_available", "Make available", OrderStatus::Available, &[Support]),
    action(ASSIGN, "Assign order", OrderStatus::Assigned, &[Support]),
    action(REASSIGN, "Reassign order", OrderStatus::Reassigned, &[Support]),
    action("start_order", "Start order", OrderStatus::InProgress, &[Writer]),
    action("submit_order", "Submit order", OrderStatus::Submitted, &[Writer, Editor]),
    action("move_to_editing", "Move to editing", OrderStatus::UnderEditing, &[Editor]),
    action("return_to_writer", "Return to writer", OrderStatus::InProgress, &[Editor]),
    action("review_order", "Review order", OrderStatus::Reviewed, &[Support, Editor]),
    action("rate_order", "Rate order", OrderStatus::Rated, &[]),
    action("request_revision", "Request revision", OrderStatus::RevisionRequested, &[Support, Client]),
    action("start_revision", "Start revision", OrderStatus::RevisionInProgress, &[Writer]),
    action("submit_revision", "Submit revision", OrderStatus::Revised, &[Writer]),
    action("approve_order", "Approve order", OrderStatus::Approved, &[]),
    action("complete_order", "Complete order", OrderStatus::Completed, &[]),
    action(DISPUTE, "Dispute order", OrderStatus::Disputed, &[Client]),
    action("hold_order", "Hold order", OrderStatus::OnHold, &[Support, Writer]),
    Action { name: "resume_order", label: "Resume order", to: Target::BeforeHold, others: &[Support] },
    action(CANCEL, "Cancel order", OrderStatus::Cancelled, &[Client]),
    action("reopen_order", "Reopen order", OrderStatus::ReOpened, &[]),
    action("refund_order", "Refund order", OrderStatus::Refunded, &[]),
    action("archive_order", "Archive order", OrderStatus::Archived, &[]),
    action("close_order", "Close order", OrderStatus::Closed, &[]),
];

/// The action of that name.
pub(crate) fn named(name: &str) -> Option<&'static Action> {
    ACTIONS.iter().find(|action| action.name == name)
}

impl Action {
    /// Where it leads; nowhere, when the order was not on hold.
    pub(crate) fn target(&self, before_hold: Option<OrderStatus>) -> Option<OrderStatus> {
        match self.to {
            Target::Status(status) => Some(status),
            Target::BeforeHold => before_hold,
        }
    }

    /// The roles that may do it.
    pub(crate) fn roles(&self) -> Vec<Role> {
        [Role::Superadmin, Role::Admin].iter().chain(self.others).copied().collect()
    }

    /// What stands in the way of somebody with this part in the order.
    pub(crate) fn bar(&self, part: Part) -> Option<Bar> {
        let may = match part.role {
            Role::Superadmin | Role::Admin => true,
            role if !self.others.contains(&role) => false,
            Role::Writer | Role::Editor => part.is_own,
            Role::Client | Role::Support => true,
        };
        match (may, part.role, self.name) {
            (false, _, _) => Some(Bar::Part),
            (true, Role::Client, CANCEL) if part.is_paid => Some(Bar::Paid),
            (true, _, _) => None,
        }
    }
}
