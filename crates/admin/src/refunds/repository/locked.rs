//! A refund and its payment, kept from everybody else.

use sea_orm::{DatabaseTransaction, QuerySelect as _, entity::prelude::*, sea_query::LockType};
use tally_entity::{RefundId, WebsiteScope, payment, refund};

/// The payment before the refund, as whoever asks for one locks it. Nothing when the scope has no such refund.
pub(super) async fn find(
    tx: &DatabaseTransaction,
    scope: WebsiteScope,
    id: RefundId,
) -> Result<Option<(payment::Model, refund::Model)>, DbErr> {
    let seen = refund::Entity::find_by_id(id).filter(scope.of(refund::COLUMN.website_id));
    let Some(found) = seen.one(tx).await? else { return Ok(None) };
    let payment = payment::Entity::find_by_id(found.payment_id).lock(LockType::Update).one(tx).await?;
    let refund = refund::Entity::find_by_id(id).lock(LockType::Update).one(tx).await?;
    Ok(payment.zip(refund))
}
