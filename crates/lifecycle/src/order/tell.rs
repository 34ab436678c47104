//! Who is told what about changed orders.

use sea_orm::{DatabaseTransaction, DbErr};
use tally_auth::notice::{Event, Notice, notify};
use tally_entity::{AssignmentSource, OrderId, UserId, order};

use super::{Cause, Changed, Given};

/// The client, and the writer who has the order or had it.
pub(super) async fn of_changes(
    tx: &DatabaseTransaction,
    changed: &[Changed],
    cause: &Cause<'_>,
) -> Result<(), DbErr> {
    let notices = changed.iter().flat_map(|Changed { before, after }| {
        let body = format!("Order {}, {}, is {} now.", before.id, before.topic, after.status);
        let notice = Notice::of_order(Event::OrderStatusChanged, before.id, body, before.website_id);
        let people = [before.client_id, before.assigned_writer_id].into_iter().flatten();
        people.map(move |person| (person, notice.clone()))
    });
    notify(tx, cause.by, notices.collect::<Vec<_>>()).await
}

/// The writers, the clients, and those who do not get what they asked for.
pub(super) async fn of_assignments(
    tx: &DatabaseTransaction,
    given: &[Given],
    source: AssignmentSource,
    rejected: &[(OrderId, UserId)],
    cause: &Cause<'_>,
) -> Result<(), DbErr> {
    let to_client = match source {
        AssignmentSource::Preferred => Event::PreferredAccepted,
        _ => Event::WriterAssigned,
    };
    let notices = given.iter().flat_map(|Given { order, writer, .. }| {
        let others = rejected.iter().filter(|(rejected, _)| *rejected == order.id);
        let others = others.map(|(_, writer)| (*writer, Event::OrderRequestRejected));
        let client = order.client_id.map(|client| (client, to_client));
        let told = [(*writer, Event::OrderAssigned)].into_iter().chain(client).chain(others);
        told.map(|(person, event)| {
            let about = format!("Order {}: {}", order.id, order.topic);
            (person, Notice::of_order(event, order.id, about, order.website_id))
        })
    });
    notify(tx, cause.by, notices.collect::<Vec<_>>()).await
}

/// One person, about one order.
pub(super) async fn person(
    tx: &DatabaseTransaction,
    who: Option<UserId>,
    event: Event,
    order: &order::Model,
    cause: &Cause<'_>,
) -> Result<(), DbErr> {
    let about = format!("Order {}: {}", order.id, order.topic);
    let notice = Notice::of_order(event, order.id, about, order.website_id);
    notify(tx, cause.by, who.map(|who| (who, notice))).await
}
