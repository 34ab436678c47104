//! A client pays a tip that he has not paid.

use sea_orm::{
    Condition, DatabaseTransaction, IntoActiveModel as _, QueryOrder as _, QuerySelect as _, Set,
    entity::prelude::*, sea_query::LockType,
};
use tally_entity::{PaymentMethod, PaymentStatus, TipId, TipPaymentStatus, UserId, payment, tip};
use tally_ledger::BookError;
use tally_lifecycle::order::Cause;

use super::pay;

/// Why it is not paid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Refusal {
    Unknown,
    Status(TipPaymentStatus),
}

/// The payment; or why there is none, and then nothing has changed.
pub(crate) async fn apply(
    tx: &DatabaseTransaction,
    client: UserId,
    id: TipId,
    method: PaymentMethod,
    cause: &Cause<'_>,
) -> Result<Result<payment::Model, Refusal>, BookError> {
    // The payment before the tip, as whoever confirms it does.
    let payment = pending(tx, client, id).await?;
    let own = Condition::all().add(tip::COLUMN.id.eq(id)).add(tip::COLUMN.client_id.eq(client));
    let tip = tip::Entity::find().filter(own).lock(LockType::Update).one(tx).await?;
    let Some(tip) = tip else { return Ok(Err(Refusal::Unknown)) };
    if tip.payment_status != TipPaymentStatus::Pending {
        return Ok(Err(Refusal::Status(tip.payment_status)));
    }
    let payment = match payment {
        None => pay::begin(tx, &tip, method, cause).await?,
        Some(payment) if payment.method == Some(method) => payment,
        Some(payment) => {
            let mut payment = payment.into_active_model();
            payment.method = Set(Some(method));
            payment.update(tx).await?
        }
    };
    pay::go_on(tx, payment, cause).await.map(Ok)
}

async fn pending(
    tx: &DatabaseTransaction,
    client: UserId,
    tip: TipId,
) -> Result<Option<payment::Model>, DbErr> {
    let column = payment::COLUMN;
    payment::Entity::find()
        .filter(column.tip_id.eq(tip))
        .filter(column.client_id.eq(client))
        .filter(column.status.is_in([PaymentStatus::Pending, PaymentStatus::Unpaid]))
        .order_by_asc(payment::Column::Id)
        .lock(LockType::Update)
        .one(tx)
        .await
}
