//! Money for the own wallet.

use sea_orm::{DatabaseTransaction, Set, entity::prelude::*};
use tally_entity::{PaymentMethod, PaymentType, UserId, payment};
use tally_ledger::{BookError, Settlement, settle, wallets};
use tally_lifecycle::order::Cause;

/// What somebody wants to put into his wallet.
#[derive(Clone, Debug)]
pub(crate) struct Wish {
    pub(crate) cents: i64,
    pub(crate) method: PaymentMethod,
    pub(crate) description: String,
    /// Whether it counts as paid.
    pub(crate) is_paid: bool,
}

/// Nothing when the person belongs to no website.
pub(crate) async fn apply(
    tx: &DatabaseTransaction,
    user: UserId,
    wish: Wish,
    cause: &Cause<'_>,
) -> Result<Option<payment::Model>, BookError> {
    let Some((website, currency)) = wallets::home(tx, user).await? else { return Ok(None) };
    let wallet = wallets::open(tx, user, website, &currency).await?;
    let row = payment::ActiveModel {
        website_id: Set(website),
        client_id: Set(Some(user)),
        payment_type: Set(PaymentType::WalletLoading),
        wallet_id: Set(Some(wallet.id)),
        amount_cents: Set(wish.cents),
        currency: Set(currency),
        method: Set(Some(wish.method)),
        created_at: Set(cause.now),
        ..Default::default()
    };
    let payment = row.insert(tx).await?;
    if !wish.is_paid {
        return Ok(Some(payment));
    }
    let settlement = Settlement { description: Some(wish.description), ..Settlement::default() };
    settle(tx, payment, settlement, cause).await.map(Some)
}
