//! Many orders at once: what became of each.

use std::collections::BTreeMap;

use sea_orm::{Condition, DatabaseTransaction, DbErr, entity::prelude::*};
use tally_entity::{OrderId, WebsiteScope, order};
use tally_lifecycle::order::{self as life, Outcome};

/// What became of the orders that were named, in the order they were named in.
#[derive(Debug)]
pub(crate) struct Results {
    pub(crate) success: Vec<OrderId>,
    /// With the reason.
    pub(crate) failed: Vec<(OrderId, String)>,
}

/// The orders of these that exist in the scope, kept until the transaction ends.
pub(super) async fn lock(
    tx: &DatabaseTransaction,
    scope: WebsiteScope,
    ids: &[OrderId],
) -> Result<Vec<order::Model>, DbErr> {
    let named = order::COLUMN.id.is_in(ids.iter().copied());
    let which = Condition::all().add(scope.of(order::COLUMN.website_id)).add(order::rules::counted());
    life::lock(tx, which.add(named)).await
}

/// `failed` are those that were not even tried; of whom nothing is told does not exist.
pub(super) fn results(ids: &[OrderId], outcome: &Outcome, mut failed: BTreeMap<OrderId, String>) -> Results {
    failed.extend(outcome.refused.iter().map(|(id, refusal)| (*id, refusal.to_string())));
    let done = |id: &&OrderId| outcome.changed.iter().any(|changed| changed.before.id == **id);
    let (success, others): (Vec<&OrderId>, Vec<&OrderId>) = ids.iter().partition(done);
    let unknown = || "There is no such order.".to_owned();
    let failed = others.into_iter().map(|id| (*id, failed.remove(id).unwrap_or_else(unknown))).collect();
    Results { success: success.into_iter().copied().collect(), failed }
}
