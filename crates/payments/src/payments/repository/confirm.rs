//! Money from outside has come, or has not.

use sea_orm::{
    DatabaseTransaction, IntoActiveModel as _, QuerySelect as _, Set, entity::prelude::*, sea_query::LockType,
};
use tally_entity::{PaymentId, PaymentStatus, WebsiteScope, payment};
use tally_ledger::{BookError, Settlement, settle};
use tally_lifecycle::order::Cause;

/// What the provider or the bank says.
#[derive(Clone, Debug)]
pub(crate) struct Verdict {
    pub(crate) transaction_id: Option<String>,
    pub(crate) has_succeeded: bool,
}

/// What became of the payment.
#[derive(Clone, Debug)]
pub(crate) enum Outcome {
    Changed {
        before: PaymentStatus,
        after: PaymentStatus,
    },
    /// This was said before.
    Known,
    /// It stands elsewhere.
    Refused(PaymentStatus),
    /// Another payment has this transaction.
    Taken,
}

/// Nothing when the scope has no such payment.
pub(crate) async fn apply(
    tx: &DatabaseTransaction,
    scope: WebsiteScope,
    id: PaymentId,
    verdict: Verdict,
    cause: &Cause<'_>,
) -> Result<Option<(payment::Model, Outcome)>, BookError> {
    let found = payment::Entity::find_by_id(id)
        .filter(scope.of(payment::COLUMN.website_id))
        .lock(LockType::Update)
        .one(tx)
        .await?;
    let Some(payment) = found else { return Ok(None) };
    let before = payment.status;
    let is_known = verdict.transaction_id.is_some() && verdict.transaction_id == payment.transaction_id;
    if !matches!(before, PaymentStatus::Pending | PaymentStatus::Unpaid) {
        let outcome = if is_known { Outcome::Known } else { Outcome::Refused(before) };
        return Ok(Some((payment, outcome)));
    }
    if !is_known && is_taken(tx, verdict.transaction_id.as_deref()).await? {
        return Ok(Some((payment, Outcome::Taken)));
    }
    let payment = if verdict.has_succeeded {
        let settlement = Settlement { transaction_id: verdict.transaction_id, description: None };
        settle(tx, payment, settlement, cause).await?
    } else {
        let transaction_id = verdict.transaction_id.or_else(|| payment.transaction_id.clone());
        let mut failed = payment.into_active_model();
        (failed.status, failed.transaction_id) = (Set(PaymentStatus::Failed), Set(transaction_id));
        failed.processed_at = Set(Some(cause.now));
        failed.update(tx).await?
    };
    let after = payment.status;
    Ok(Some((payment, Outcome::Changed { before, after })))
}

async fn is_taken(tx: &DatabaseTransaction, transaction: Option<&str>) -> Result<bool, DbErr> {
    let Some(transaction) = transaction else { return Ok(false) };
    let same = payment::COLUMN.transaction_id.eq(transaction);
    Ok(payment::Entity::find().filter(same).one(tx).await?.is_some())
}
