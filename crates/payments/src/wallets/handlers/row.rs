//! A wallet as staff sees it.

use chrono::{DateTime, Utc};
use serde::Serialize;
use tally_entity::{Role, WalletId, WebsiteId};
use tally_http::{Amount, UserRef, WebsiteRef};
use utoipa::ToSchema;

use crate::wallets::repository::{my_wallet::OwnWallet, wallets::ListedWallet};

/// Somebody's wallet.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct AdminWallet {
    /// Null while no money has moved.
    #[schema(value_type = Option<i64>)]
    id: Option<WalletId>,
    user: UserRef,
    /// `user` again.
    client: UserRef,
    /// `user` again.
    writer: UserRef,
    balance: Amount,
    currency: String,
    loyalty_points: i64,
    is_frozen: bool,
    website: Option<WebsiteRef>,
    #[schema(value_type = Option<i64>)]
    website_id: Option<WebsiteId>,
    website_name: Option<String>,
    last_updated: Option<DateTime<Utc>>,
}

impl From<ListedWallet> for AdminWallet {
    fn from(wallet: ListedWallet) -> Self {
        let ListedWallet {
            id,
            balance_cents,
            currency,
            is_frozen,
            updated_at,
            loyalty_points,
            user,
            website,
        } = wallet;
        let user = UserRef::from(user);
        Self {
            id: Some(id),
            client: user.clone(),
            writer: user.clone(),
            user,
            balance: Amount::cents(balance_cents),
            currency,
            loyalty_points,
            is_frozen,
            website_id: Some(website.id),
            website_name: Some(website.name.clone()),
            website: Some(website.into()),
            last_updated: Some(updated_at),
        }
    }
}

impl AdminWallet {
    /// The own wallet, as the list of wallets has it.
    pub(super) fn own(own: OwnWallet, reader: Role) -> Self {
        let OwnWallet {
            wallet_id,
            balance_cents,
            currency,
            is_frozen,
            loyalty_points,
            updated_at,
            user,
            website,
        } = own;
        let user = UserRef::seen_by(reader, user);
        let website = website.map(WebsiteRef::from);
        Self {
            id: wallet_id,
            client: user.clone(),
            writer: user.clone(),
            user,
            balance: Amount::cents(balance_cents),
            currency,
            loyalty_points,
            is_frozen,
            website_id: website.as_ref().map(|website| website.id),
            website_name: website.as_ref().map(|website| website.name.clone()),
            website,
            last_updated: updated_at,
        }
    }
}
