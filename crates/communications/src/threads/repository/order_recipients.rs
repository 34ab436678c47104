//! Whom somebody can write to about an order.

use sea_orm::{DbErr, entity::prelude::*};
use tally_entity::{OrderId, refs::UserName};

use super::people;
use crate::viewer::Viewer;

/// Nothing when `viewer` does not see the order. Two statements.
pub(crate) async fn load(
    db: &impl ConnectionTrait,
    viewer: Viewer,
    order: OrderId,
) -> Result<Option<Vec<UserName>>, DbErr> {
    match people::order(db, viewer, order).await? {
        Some(order) => people::around(db, viewer, order).await.map(Some),
        None => Ok(None),
    }
}
