//! Many orders get the writers who have most free places.

use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet},
};

use sea_orm::{DatabaseTransaction, DbErr};
use tally_entity::{AssignmentSource, OrderId, WebsiteId, WebsiteScope, order};
use tally_lifecycle::order::{Cause, Given, assign, standing};

use super::{
    available_writers::{Writer, of_websites},
    bulk::{Results, lock, results},
};

/// Each order, in the order they are named in, gets who comes first in the list of writers then.
pub(crate) async fn apply(
    tx: &DatabaseTransaction,
    scope: WebsiteScope,
    ids: &[OrderId],
    cause: &Cause<'_>,
) -> Result<Results, DbErr> {
    let mut orders = lock(tx, scope, ids).await?;
    orders.sort_by_key(|order| ids.iter().position(|id| *id == order.id));
    let websites: BTreeSet<WebsiteId> = orders.iter().map(|order| order.website_id).collect();
    let mut writers = of_websites(tx, &websites).await?;
    let (mut given, mut failed) = (Vec::new(), BTreeMap::new());
    for order in orders {
        // An order that nobody can get takes nobody's place.
        let writer = standing(&order).assigned().map(|_| next(&mut writers, &order));
        match writer {
            Ok(Some(Writer { id, username, .. })) => {
                let (writer, username) = (*id, username.clone());
                given.push(Given { order, writer, username, compensation_cents: None });
            }
            Ok(None) => drop(failed.insert(order.id, "No writer has a free place.".to_owned())),
            Err(refusal) => drop(failed.insert(order.id, refusal.to_string())),
        }
    }
    let outcome = assign(tx, given, AssignmentSource::Auto, None, cause).await?;
    Ok(results(ids, &outcome, failed))
}

/// Takes a place of the first writer who has one.
fn next<'a>(writers: &'a mut [Writer], order: &order::Model) -> Option<&'a Writer> {
    let free =
        |writer: &Writer| writer.is_available && writer.capacity > 0 && writer.website_id == order.website_id;
    // As in the list of writers, whose places change while orders are given out.
    let rank = |writer: &&mut Writer| {
        let Writer { id, level_order, active, capacity, rating, .. } = **writer;
        (Reverse(capacity), Reverse(level_order), active, Reverse(rating), id)
    };
    let first = writers.iter_mut().filter(|writer| free(writer)).min_by_key(rank)?;
    first.capacity -= 1;
    first.active += 1;
    Some(first)
}
