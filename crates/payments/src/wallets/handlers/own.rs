//! The own wallet as its owner sees it.

use chrono::{DateTime, Utc};
use serde::Serialize;
use tally_entity::{Role, WalletId};
use tally_http::{Amount, UserRef, WebsiteRef};
use utoipa::ToSchema;

use crate::wallets::repository::my_wallet::OwnWallet;

/// The caller's wallet; without an id while no money has moved.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct WalletState {
    #[schema(value_type = Option<i64>)]
    pub(super) id: Option<WalletId>,
    pub(super) balance: Amount,
    pub(super) currency: String,
    pub(super) loyalty_points: i64,
    user: UserRef,
    /// Null for people of the platform, who have no wallet.
    website: Option<WebsiteRef>,
    last_updated: Option<DateTime<Utc>>,
}

impl WalletState {
    pub(super) fn of(own: OwnWallet, reader: Role) -> Self {
        let OwnWallet {
            wallet_id: id,
            balance_cents,
            currency,
            is_frozen: _,
            loyalty_points,
            updated_at,
            user,
            website,
        } = own;
        Self {
            id,
            balance: Amount::cents(balance_cents),
            currency,
            loyalty_points,
            user: UserRef::seen_by(reader, user),
            website: website.map(Into::into),
            last_updated: updated_at,
        }
    }
}
