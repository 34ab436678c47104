//! Many orders go to the same status.

use std::collections::BTreeMap;

use sea_orm::{DatabaseTransaction, DbErr};
use tally_entity::{OrderId, OrderStatus, WebsiteScope};
use tally_lifecycle::order::{Cause, change};

use super::bulk::{Results, lock, results};

pub(crate) async fn apply(
    tx: &DatabaseTransaction,
    scope: WebsiteScope,
    ids: &[OrderId],
    to: OrderStatus,
    cause: &Cause<'_>,
) -> Result<Results, DbErr> {
    let orders = lock(tx, scope, ids).await?;
    let outcome = change(tx, orders, to, cause).await?;
    Ok(results(ids, &outcome, BTreeMap::new()))
}
