//! Orders on their way from placement to archive.

mod assign;
mod change;
mod record;
mod tell;

use chrono::{DateTime, Utc};
use sea_orm::{
    Condition, DatabaseTransaction, DbErr, EntityTrait as _, QueryFilter as _, QueryOrder as _,
    QuerySelect as _, prelude::Json, sea_query::LockType,
};
use tally_auth::audit::{Actor, Trail};
use tally_entity::{OrderStatus, order, order::lifecycle::Standing};

pub use self::{
    assign::{Given, assign},
    change::{Changed, Outcome},
};

/// Who changes orders, how, and when.
#[derive(Clone, Debug)]
pub struct Cause<'a> {
    /// Who.
    pub by: Actor,
    /// Where the request came from.
    pub trail: &'a Trail,
    /// What the change is called, in one word.
    pub action: &'a str,
    /// What else is worth knowing about it, an object.
    pub meta: Json,
    /// When.
    pub now: DateTime<Utc>,
}

/// What the log of an order calls it that it got a writer.
pub const ASSIGN_WRITER: &str = "assign_writer";

/// The orders for which `which` holds, kept from everybody else until the transaction ends. They are taken by
/// id, so that two who take the same orders never wait for each other in a circle.
///
/// # Errors
/// When the database cannot be asked.
pub async fn lock(tx: &DatabaseTransaction, which: Condition) -> Result<Vec<order::Model>, DbErr> {
    order::Entity::find().filter(which).order_by_asc(order::Column::Id).lock(LockType::Update).all(tx).await
}

/// What decides where an order may go.
pub fn standing(order: &order::Model) -> Standing {
    let order::Model { status, is_paid, assigned_writer_id, .. } = *order;
    Standing { status, is_paid, has_writer: assigned_writer_id.is_some() }
}

/// Takes locked orders to another status, or leaves those that may not go there as they are. Columns,
/// transitions, assignments and installments follow the table of statuses; staff's changes are recorded, and
/// the client and the writer are told.
///
/// # Errors
/// When the database refuses; the transaction is then of no more use.
pub async fn change(
    tx: &DatabaseTransaction,
    orders: Vec<order::Model>,
    to: OrderStatus,
    cause: &Cause<'_>,
) -> Result<Outcome, DbErr> {
    change_along(tx, orders, &[to], cause).await
}

/// The same along several statuses, one after the other; people are told of the last one only.
///
/// # Errors
/// When the database refuses; the transaction is then of no more use.
pub async fn change_along(
    tx: &DatabaseTransaction,
    orders: Vec<order::Model>,
    path: &[OrderStatus],
    cause: &Cause<'_>,
) -> Result<Outcome, DbErr> {
    let outcome = change::go(tx, orders, path, cause).await?;
    record::changes(tx, &outcome.changed, cause).await?;
    tell::of_changes(tx, &outcome.changed, cause).await?;
    Ok(outcome)
}
