//! What a payment moves, and what follows from its being paid.

mod effects;

use sea_orm::{DatabaseTransaction, DbErr, QuerySelect as _, Set, entity::prelude::*, sea_query::LockType};
use tally_entity::{
    LedgerTransferId, PaymentMethod, PaymentStatus, PaymentType, TransferKind, UserId, order, payment, tip,
};
use tally_lifecycle::order::Cause;

use crate::{Account, BookError, Booking, Leg, book};

/// What is known of how a payment was settled.
#[derive(Clone, Debug, Default)]
pub struct Settlement {
    /// What the provider calls it.
    pub transaction_id: Option<String>,
    /// What the payer's wallet says about it; a sentence of ours without it.
    pub description: Option<String>,
}

/// What hangs on a payment, kept from others before any wallet is.
enum Subject {
    Order(Box<order::Model>),
    Tip(Box<tip::Model>),
    Other,
}

/// Books a payment, which must be locked, completes it, and lets happen what was paid for. Called again it books
/// nothing; whether it should be called is for the caller to know.
///
/// # Errors
/// When the payer's wallet is frozen or has too little, and when the database refuses.
pub async fn settle(
    tx: &DatabaseTransaction,
    payment: payment::Model,
    settlement: Settlement,
    cause: &Cause<'_>,
) -> Result<payment::Model, BookError> {
    let subject = subject(tx, &payment).await?;
    let transfer = transfer(tx, &payment, &subject, &settlement, cause).await?;
    let transaction_id = settlement.transaction_id.or_else(|| payment.transaction_id.clone());
    let settled = payment::ActiveModel {
        status: Set(PaymentStatus::Completed),
        confirmed_at: Set(Some(cause.now)),
        processed_at: Set(Some(cause.now)),
        transaction_id: Set(transaction_id),
        ledger_transfer_id: Set(transfer),
        ..payment.into()
    };
    let payment = settled.update(tx).await?;
    match subject {
        Subject::Order(order) => effects::order_paid(tx, *order, cause).await?,
        Subject::Tip(tip) => effects::tip_paid(tx, *tip, transfer, cause).await?,
        Subject::Other => effects::bill_paid(tx, &payment, cause).await?,
    }
    Ok(payment)
}

async fn subject(tx: &DatabaseTransaction, payment: &payment::Model) -> Result<Subject, DbErr> {
    if let Some(id) = payment.order_id {
        let order = tally_lifecycle::order::lock(tx, order::COLUMN.id.eq(id).into()).await?.pop();
        return Ok(order.map_or(Subject::Other, |order| Subject::Order(Box::new(order))));
    }
    let Some(id) = payment.tip_id else { return Ok(Subject::Other) };
    let tip = tip::Entity::find_by_id(id).lock(LockType::Update).one(tx).await?;
    Ok(tip.map_or(Subject::Other, |tip| Subject::Tip(Box::new(tip))))
}

/// Nothing for a payment of nothing.
async fn transfer(
    tx: &DatabaseTransaction,
    payment: &payment::Model,
    subject: &Subject,
    settlement: &Settlement,
    cause: &Cause<'_>,
) -> Result<Option<LedgerTransferId>, BookError> {
    if payment.amount_cents == 0 {
        return Ok(None);
    }
    let (kind, reference, description) = name(payment);
    let booking = Booking {
        website: payment.website_id,
        currency: &payment.currency,
        kind,
        reference,
        description: settlement.description.clone().unwrap_or(description),
        reverses: None,
        by: Some(cause.by.id),
        now: cause.now,
        legs: legs(payment, subject)?,
    };
    Ok(Some(book(tx, booking).await?.transfer))
}

/// Kind and reference of the transfer, and what it says.
fn name(payment: &payment::Model) -> (TransferKind, String, String) {
    let payment::Model { id, reference_id, .. } = payment;
    match (payment.payment_type, payment.tip_id) {
        (PaymentType::WalletLoading, _) => {
            (TransferKind::TopUp, format!("top-up:{id}"), "Wallet top-up".to_owned())
        }
        (PaymentType::Tip, Some(tip)) => (TransferKind::Tip, format!("tip:{tip}"), "Tip".to_owned()),
        _ => (TransferKind::Payment, format!("payment:{id}"), format!("Payment {reference_id}")),
    }
}

fn legs(payment: &payment::Model, subject: &Subject) -> Result<Vec<Leg>, DbErr> {
    let amount = payment.amount_cents;
    let leg = |account, cents| Leg { account, cents };
    let payer = match (payment.method, payment.client_id) {
        (Some(PaymentMethod::Wallet), Some(client)) => Account::User(client),
        _ => Account::External,
    };
    let receivers = match (payment.payment_type, payment.wallet_id, subject) {
        (PaymentType::WalletLoading, Some(wallet), _) => vec![leg(Account::Wallet(wallet), amount)],
        (PaymentType::Tip, _, Subject::Tip(tip)) => split(tip),
        (PaymentType::Tip | PaymentType::WalletLoading, ..) => {
            return Err(DbErr::Custom(format!("payment {} has nowhere to go", payment.id)));
        }
        _ => vec![leg(Account::Revenue, amount)],
    };
    Ok([leg(payer, -amount)].into_iter().chain(receivers).collect())
}

fn split(tip: &tip::Model) -> Vec<Leg> {
    let share = |writer: UserId, cents| Leg { account: Account::User(writer), cents };
    let rest = Leg { account: Account::Revenue, cents: tip.platform_profit_cents };
    vec![share(tip.writer_id, tip.writer_earning_cents), rest]
}
