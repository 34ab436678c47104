//! What happens to what was paid for.

use sea_orm::{
    DatabaseTransaction, DbErr, IntoActiveModel as _, QueryOrder as _, QuerySelect as _, Set,
    entity::prelude::*, sea_query::LockType,
};
use tally_auth::notice::{Event, Notice, notify, staff_of};
use tally_entity::{
    LedgerTransferId, OrderStatus, PaymentPart, PaymentType, Role, TipPaymentStatus, installment, invoice,
    order, payment, tip,
};
use tally_kernel::Money;
use tally_lifecycle::order::{Cause, change_along};

/// The order is paid; one that waited for that goes to where writers see it.
pub(super) async fn order_paid(
    tx: &DatabaseTransaction,
    order: order::Model,
    cause: &Cause<'_>,
) -> Result<(), DbErr> {
    let offered = match order.preferred_writer_id {
        Some(_) => OrderStatus::PendingPreferred,
        None => OrderStatus::Available,
    };
    let path: &[OrderStatus] = match order.status {
        OrderStatus::Created => &[OrderStatus::Pending, OrderStatus::Paid, offered],
        OrderStatus::Pending | OrderStatus::Unpaid => &[OrderStatus::Paid, offered],
        _ => &[],
    };
    let about = format!("Order {}: {}", order.id, order.topic);
    let notice = Notice::of_order(Event::OrderPaid, order.id, about, order.website_id);
    let admins = staff_of(tx, order.website_id, &[Role::Admin]).await?;
    if path.is_empty() {
        if !order.is_paid {
            let mut order = order.into_active_model();
            (order.is_paid, order.paid_at) = (Set(true), Set(Some(cause.now)));
            order.update(tx).await?;
        }
    } else {
        change_along(tx, vec![order], path, cause).await?;
    }
    notify(tx, cause.by, admins.into_iter().map(|admin| (admin, notice.clone()))).await
}

/// The tip is the writer's.
pub(super) async fn tip_paid(
    tx: &DatabaseTransaction,
    tip: tip::Model,
    transfer: Option<LedgerTransferId>,
    cause: &Cause<'_>,
) -> Result<(), DbErr> {
    let (writer, website) = (tip.writer_id, tip.website_id);
    let mut tip = tip.into_active_model();
    (tip.payment_status, tip.ledger_transfer_id) = (Set(TipPaymentStatus::Completed), Set(transfer));
    let tip = tip.update(tx).await?;
    let earned = Money { cents: tip.writer_earning_cents }.in_full();
    let body = format!("A client tipped you; {earned} are yours.");
    notify(tx, cause.by, [(writer, Notice::plain(Event::TipReceived, body, Some(website)))]).await
}

/// A bill, or the installment that was due.
pub(super) async fn bill_paid(
    tx: &DatabaseTransaction,
    payment: &payment::Model,
    cause: &Cause<'_>,
) -> Result<(), DbErr> {
    if let Some(id) = payment.invoice_id {
        let paid = invoice::ActiveModel { paid_at: Set(Some(cause.now)), ..Default::default() };
        invoice::Entity::update_many()
            .set(paid)
            .filter(invoice::COLUMN.id.eq(id))
            .filter(invoice::COLUMN.paid_at.is_null())
            .filter(invoice::COLUMN.cancelled_at.is_null())
            .exec(tx)
            .await?;
    }
    let is_part =
        payment.payment_type == PaymentType::SpecialInstallment || payment.part == PaymentPart::Installment;
    if !is_part {
        return Ok(());
    }
    if let Some(due) = due(tx, payment).await? {
        let mut due = due.into_active_model();
        due.paid_at = Set(Some(cause.now));
        due.paid_by_id = Set(payment.client_id);
        due.payment_id = Set(Some(payment.id));
        due.update(tx).await?;
    }
    Ok(())
}

/// The installment that the payment was made for, else the first one that is owed and costs as much.
async fn due(
    tx: &DatabaseTransaction,
    payment: &payment::Model,
) -> Result<Option<installment::Model>, DbErr> {
    let column = installment::COLUMN;
    let owed = installment::Entity::find()
        .filter(installment::rules::counted())
        .filter(installment::rules::owed())
        .order_by_asc(installment::Column::InstallmentNumber)
        .order_by_asc(installment::Column::Id)
        .lock(LockType::Update);
    let named = owed.clone().filter(column.payment_id.eq(payment.id)).one(tx).await?;
    if named.is_some() {
        return Ok(named);
    }
    let of = match (payment.special_order_id, payment.class_bundle_id, payment.invoice_id) {
        (Some(id), _, _) => column.special_order_id.eq(id),
        (_, Some(id), _) => column.class_bundle_id.eq(id),
        (_, _, Some(id)) => column.invoice_id.eq(id),
        (None, None, None) => return Ok(None),
    };
    owed.filter(of).filter(column.amount_cents.eq(payment.amount_cents)).one(tx).await
}
