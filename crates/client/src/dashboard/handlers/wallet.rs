//! `GET /api/v1/client-management/dashboard/wallet`

use std::cmp::Reverse;

use axum::{Json, extract::State};
use chrono::{DateTime, Utc};
use serde::{Serialize, Serializer};
use tally_auth::{Client, Own};
use tally_db::Db;
use tally_entity::LedgerEntryId;
use tally_http::{Amount, ApiResult, Params, Problems, access::CLIENT};
use tally_kernel::{Clock, Period};
use tally_ledger::movements::{WalletTransaction, word};
use utoipa::ToSchema;

use super::days::DaysQuery;
use crate::{
    dashboard::repository::wallet::{self, TopUp, WalletFigures},
    home::home,
};

/// A client's money, and where it went.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ClientWallet {
    balance: Amount,
    /// Of the period, the newest 50.
    transactions: Vec<WalletTransaction>,
    /// Whenever they were, the newest 20.
    top_up_history: Vec<WalletTopUp>,
    /// By transaction type, in the period; the largest first.
    #[serde(serialize_with = "as_map")]
    #[schema(value_type = std::collections::BTreeMap<String, Amount>)]
    spending_breakdown: Vec<(&'static str, Amount)>,
}

/// Money that somebody put into his wallet.
#[derive(Debug, Serialize, ToSchema)]
struct WalletTopUp {
    #[schema(value_type = i64)]
    id: LedgerEntryId,
    amount: Amount,
    created_at: DateTime<Utc>,
}

fn as_map<S: Serializer>(spent: &[(&'static str, Amount)], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_map(spent.iter().copied())
}

impl From<WalletFigures> for ClientWallet {
    fn from(found: WalletFigures) -> Self {
        let WalletFigures { balance_cents, movements, top_ups, mut spending } = found;
        spending.sort_by_key(|row| (Reverse(row.cents), word(row.kind)));
        Self {
            balance: Amount::cents(balance_cents),
            transactions: movements.into_iter().map(Into::into).collect(),
            top_up_history: top_ups.into_iter().map(Into::into).collect(),
            spending_breakdown: spending
                .into_iter()
                .map(|row| (word(row.kind), Amount::cents(row.cents)))
                .collect(),
        }
    }
}

impl From<TopUp> for WalletTopUp {
    fn from(row: TopUp) -> Self {
        let TopUp { id, amount_cents, created_at } = row;
        Self { id, amount: Amount::cents(amount_cents), created_at }
    }
}

/// The caller's money, and where it went
#[utoipa::path(
    get,
    path = "/client-management/dashboard/wallet",
    tag = "client",
    params(DaysQuery),
    responses((status = OK, body = ClientWallet), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(CLIENT))),
)]
pub(crate) async fn get_client_wallet_figures(
    State(db): State<Db>,
    State(clock): State<Clock>,
    client: Own<Client>,
    Params(DaysQuery { days }): Params<DaysQuery>,
) -> ApiResult<Json<ClientWallet>> {
    let period = Period::last_days(days.get(), clock.now());
    Ok(Json(wallet::load(db.reads(), client.id, home(&client)?, period).await?.into()))
}
