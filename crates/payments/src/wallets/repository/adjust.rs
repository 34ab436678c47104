//! Somebody's wallet is corrected.

use chrono::{DateTime, Utc};
use sea_orm::{DatabaseTransaction, DbErr};
use tally_entity::{TransferKind, UserId};
use tally_ledger::{
    Account, BookError, BookedEntry, Booking, Leg, book,
    movements::{self, Movement},
};

use uuid::Uuid;

use super::wallets::ListedWallet;

/// Books the correction, and says what was in the wallet before and what went through it.
pub(crate) async fn apply(
    tx: &DatabaseTransaction,
    wallet: &ListedWallet,
    cents: i64,
    reason: &str,
    by: UserId,
    now: DateTime<Utc>,
) -> Result<(BookedEntry, Movement), BookError> {
    let booking = Booking {
        website: wallet.website.id,
        currency: &wallet.currency,
        kind: TransferKind::Adjustment,
        reference: format!("adjustment:{}", Uuid::new_v4()),
        description: reason.to_owned(),
        reverses: None,
        by: Some(by),
        now,
        legs: vec![
            Leg { account: Account::Wallet(wallet.id), cents },
            Leg { account: Account::Promo, cents: -cents },
        ],
    };
    let booked = book(tx, booking).await?;
    let missing = || DbErr::RecordNotFound(format!("no entry of wallet {}", wallet.id));
    let entry = *booked.entry(wallet.id).ok_or_else(missing)?;
    let movement = movements::find(tx, entry.id).await?.ok_or_else(missing)?;
    Ok((entry, movement))
}
