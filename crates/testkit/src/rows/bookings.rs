//! Movements of money, written down without the rules of those who may move it.

use chrono::{DateTime, Utc};
use sea_orm::{ConnectionTrait as _, DbBackend, Set, Statement};
use tally_entity::{LedgerEntryId, TransferKind, WalletId, WalletKind, WebsiteId, wallet};

use crate::TestApp;

const BOOK: &str = "
    WITH transfer AS (
        INSERT INTO ledger_transfers (website_id, kind, reference, description, created_at)
        VALUES ($1, $2, $3, $4, $5) RETURNING id)
    INSERT INTO ledger_entries
        (website_id, transfer_id, wallet_id, amount_cents, balance_after_cents, created_at)
    SELECT $1, transfer.id, leg.wallet_id, leg.cents, 0, $5
    FROM transfer, (VALUES ($6::bigint, $7::bigint), ($8, -$7)) AS leg (wallet_id, cents)
    RETURNING id";

impl TestApp {
    /// A transfer of `cents` to a wallet, or from it, over an account of the platform; the wallet's entry. No
    /// balance follows it.
    pub async fn booked(
        &self,
        website: WebsiteId,
        kind: TransferKind,
        wallet: WalletId,
        cents: i64,
        at: DateTime<Utc>,
    ) -> LedgerEntryId {
        let number = self.number();
        let account = wallet::ActiveModel {
            website_id: Set(website),
            kind: Set(WalletKind::External),
            shard: Set(i16::try_from(number).expect("few rows")),
            ..Default::default()
        };
        let account = self.insert(account).await.id;
        let values = [
            website.0.into(),
            kind.as_str().into(),
            format!("test:{number}").into(),
            format!("booking {number}").into(),
            at.into(),
            wallet.0.into(),
            cents.into(),
            account.0.into(),
        ];
        let book = Statement::from_sql_and_values(DbBackend::Postgres, BOOK, values);
        let entries = self.db().query_all_raw(book).await.expect("a booking that balances");
        let first = entries.first().expect("two entries");
        first.try_get("", "id").expect("an id")
    }
}
