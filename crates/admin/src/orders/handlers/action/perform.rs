//! From what is asked for to what is done, in one transaction.

use axum::{Json, response::Response};
use chrono::{DateTime, Utc};
use serde_json::json;
use tally_auth::{Admin, Member, Once, OnceWrite, Permission, RoleRule as _, Scoped, audit::Trail};
use tally_db::Db;
use tally_entity::{OrderId, OrderStatus, UserId, order};
use tally_http::{ApiError, ApiResult};
use tally_lifecycle::order::Cause;

use super::{
    super::{
        bulk_assign::unknown_writer,
        row::OrderRow,
        viewer::{unknown, viewer},
    },
    ActionTaken,
};
use crate::orders::{
    actions::{ACTIONS, ASSIGN, Action, Bar, DISPUTE, Part, REASSIGN},
    repository::{
        action::{self, Deed, Known},
        bulk_assign::{self, Assignee},
        order::load,
    },
};

/// Who asks, about which order, and why.
pub(in crate::orders::handlers) struct Asked<'a> {
    pub(in crate::orders::handlers) member: &'a Scoped<Member>,
    pub(in crate::orders::handlers) trail: &'a Trail,
    pub(in crate::orders::handlers) id: OrderId,
    pub(in crate::orders::handlers) reason: Option<String>,
    pub(in crate::orders::handlers) now: DateTime<Utc>,
}

/// What is done, and what the log of the order calls it.
pub(in crate::orders::handlers) struct Chosen {
    name: &'static str,
    to: OrderStatus,
    with: With,
}

/// What else belongs to a change of status.
enum With {
    Nothing,
    Writer,
    PerhapsWriter,
    Dispute,
}

/// What the member has to do with the order.
pub(in crate::orders::handlers) fn part_of(member: &Member, known: &Known) -> Part {
    Part { role: member.role, is_own: known.is_own, is_paid: known.order.is_paid }
}

impl Chosen {
    /// One of the named actions.
    pub(super) fn action(action: &'static Action, known: &Known, part: Part) -> ApiResult<Self> {
        permitted(action, part)?;
        let to = action
            .target(known.before_hold)
            .ok_or_else(|| ApiError::conflict("The order is not on hold."))?;
        let with = match action.name {
            ASSIGN => With::Writer,
            REASSIGN => With::PerhapsWriter,
            DISPUTE => With::Dispute,
            _ => With::Nothing,
        };
        Ok(Self { name: action.name, to, with })
    }

    /// Whatever leads to this status. Those who run the business need no name for it.
    pub(in crate::orders::handlers) fn transition(
        to: OrderStatus,
        known: &Known,
        part: Part,
    ) -> ApiResult<Self> {
        let leading: Vec<_> =
            ACTIONS.iter().filter(|action| action.target(known.before_hold) == Some(to)).collect();
        let with = if to == OrderStatus::Disputed { With::Dispute } else { With::Nothing };
        let open = leading.iter().find(|action| action.bar(part).is_none());
        match open.or(leading.first()) {
            Some(action) => permitted(action, part).map(|()| Self { name: action.name, to, with }),
            None if Admin::ROLES.contains(&part.role) => Ok(Self { name: "transition", to, with }),
            None => Err(forbidden()),
        }
    }
}

fn permitted(action: &Action, part: Part) -> ApiResult<()> {
    match action.bar(part) {
        None => Ok(()),
        Some(Bar::Part) => Err(forbidden()),
        Some(Bar::Paid) => Err(ApiError::conflict("The order is paid; ask us to cancel it.")),
    }
}

fn forbidden() -> ApiError {
    ApiError::forbidden("This is not for you to do with the order.")
}

/// Does what `choose` chooses once the order is known and kept from others.
pub(in crate::orders::handlers) async fn perform(
    db: &Db,
    once: Once,
    asked: Asked<'_>,
    writer: Option<UserId>,
    choose: impl FnOnce(&Known, Part) -> ApiResult<Chosen>,
) -> ApiResult<Response> {
    let Asked { member, trail, id, ref reason, now } = asked;
    if member.is_staff() {
        member.require(db.reads(), Permission::HandleOrders).await?;
    }
    let tx = once.begin(db).await?;
    let known = action::lock(&tx, viewer(member), id, member.id).await?.ok_or_else(unknown)?;
    let Chosen { name, to, with } = choose(&known, part_of(member, &known))?;
    let deed = deed(&tx, to, with, &asked, (writer, &known.order)).await?;
    let meta = reason.as_ref().map_or_else(|| json!({}), |reason| json!({ "reason": reason }));
    let cause = Cause { by: (&member.0).into(), trail, action: name, meta, now };
    let old_status = known.order.status;
    let done = action::carry_out(&tx, known.order, deed, reason.as_deref(), &cause).await?;
    let new_status = done.map_err(|refusal| ApiError::conflict(refusal.to_string()))?;
    let order = OrderRow::of(load(&*tx, id).await?.ok_or_else(unknown)?, member.role);
    let detail = format!("Order {id} is {new_status} now.");
    tx.commit(Json(ActionTaken { detail, order, old_status, new_status })).await
}

async fn deed(
    tx: &OnceWrite,
    to: OrderStatus,
    with: With,
    asked: &Asked<'_>,
    (writer, order): (Option<UserId>, &order::Model),
) -> ApiResult<Deed> {
    match (with, writer) {
        (With::Nothing, _) => Ok(Deed::Move(to)),
        (With::Writer, None) => Err(ApiError::invalid("/writer_id", "is required")),
        (With::Writer, Some(writer)) => Ok(Deed::Assign(assignee(tx, asked, writer, order).await?)),
        (With::PerhapsWriter, None) => Ok(Deed::Reassign(None)),
        (With::PerhapsWriter, Some(writer)) => {
            Ok(Deed::Reassign(Some(assignee(tx, asked, writer, order).await?)))
        }
        (With::Dispute, _) => {
            asked.reason.clone().map(Deed::Dispute).ok_or_else(|| ApiError::invalid("/reason", "is required"))
        }
    }
}

async fn assignee(
    tx: &OnceWrite,
    asked: &Asked<'_>,
    writer: UserId,
    order: &order::Model,
) -> ApiResult<Assignee> {
    let writer =
        bulk_assign::assignee(&**tx, asked.member.scope, writer).await?.ok_or_else(unknown_writer)?;
    if writer.website_id == order.website_id {
        return Ok(writer);
    }
    Err(ApiError::conflict(bulk_assign::ELSEWHERE))
}
