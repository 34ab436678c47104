//! A client pays for an order.

use sea_orm::{Condition, DatabaseTransaction, QueryOrder as _, Set, entity::prelude::*};
use tally_entity::{OrderId, OrderStatus, PaymentMethod, PaymentStatus, PaymentType, UserId, order, payment};
use tally_ledger::{BookError, Settlement, settle, wallets};
use tally_lifecycle::order::{Cause, lock};

/// Why nothing is to be paid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Refusal {
    Unknown,
    Paid,
    Status(OrderStatus),
    OtherMethod(Option<PaymentMethod>),
}

/// The payment, pending or, from the wallet, completed; or why there is none, and then nothing has changed.
pub(crate) async fn apply(
    tx: &DatabaseTransaction,
    client: UserId,
    order: OrderId,
    method: PaymentMethod,
    cause: &Cause<'_>,
) -> Result<Result<payment::Model, Refusal>, BookError> {
    let column = order::COLUMN;
    let own = Condition::all()
        .add(column.id.eq(order))
        .add(column.client_id.eq(client))
        .add(column.deleted_at.is_null());
    let Some(order) = lock(tx, own).await?.pop() else { return Ok(Err(Refusal::Unknown)) };
    if order.is_paid {
        return Ok(Err(Refusal::Paid));
    }
    if !matches!(order.status, OrderStatus::Created | OrderStatus::Pending | OrderStatus::Unpaid) {
        return Ok(Err(Refusal::Status(order.status)));
    }
    let payment = match pending(tx, order.id).await? {
        Some(earlier) if earlier.method != Some(method) => {
            return Ok(Err(Refusal::OtherMethod(earlier.method)));
        }
        Some(earlier) => earlier,
        None => insert(tx, &order, client, method, cause).await?,
    };
    if method != PaymentMethod::Wallet {
        return Ok(Ok(payment));
    }
    settle(tx, payment, Settlement::default(), cause).await.map(Ok)
}

/// One at a time: the order is locked.
async fn pending(tx: &DatabaseTransaction, order: OrderId) -> Result<Option<payment::Model>, DbErr> {
    let column = payment::COLUMN;
    payment::Entity::find()
        .filter(column.order_id.eq(order))
        .filter(column.payment_type.eq(PaymentType::Standard))
        .filter(column.status.is_in([PaymentStatus::Pending, PaymentStatus::Unpaid]))
        .order_by_desc(payment::Column::Id)
        .one(tx)
        .await
}

async fn insert(
    tx: &DatabaseTransaction,
    order: &order::Model,
    client: UserId,
    method: PaymentMethod,
    cause: &Cause<'_>,
) -> Result<payment::Model, DbErr> {
    let currency = wallets::currency(tx, order.website_id).await?;
    let row = payment::ActiveModel {
        website_id: Set(order.website_id),
        client_id: Set(Some(client)),
        payment_type: Set(PaymentType::Standard),
        order_id: Set(Some(order.id)),
        amount_cents: Set(order.total_price_cents),
        currency: Set(currency),
        method: Set(Some(method)),
        created_at: Set(cause.now),
        ..Default::default()
    };
    row.insert(tx).await
}
