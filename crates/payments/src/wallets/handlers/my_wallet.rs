//! `GET /api/v1/wallet/api/client-wallet/my_wallet`

use axum::{Json, extract::State};
use serde::Serialize;
use tally_auth::Member;
use tally_db::Db;
use tally_entity::WalletId;
use tally_http::{Amount, ApiResult, Problems, access::MEMBER};
use tally_ledger::movements::WalletTransaction;
use utoipa::ToSchema;

use super::own::WalletState;
use crate::wallets::repository::my_wallet;

/// The caller's wallet and what went through it lately.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct MyWallet {
    /// Null while no money has moved.
    #[schema(value_type = Option<i64>)]
    id: Option<WalletId>,
    balance: Amount,
    currency: String,
    loyalty_points: i64,
    /// The same again, for pages that look here.
    wallet: WalletState,
    /// The newest 50.
    transactions: Vec<WalletTransaction>,
}

/// The own wallet
#[utoipa::path(
    get,
    path = "/wallet/api/client-wallet/my_wallet",
    tag = "wallets",
    responses((status = OK, body = MyWallet), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(MEMBER))),
)]
pub(crate) async fn get_my_wallet(State(db): State<Db>, member: Member) -> ApiResult<Json<MyWallet>> {
    let (own, movements) = my_wallet::load(db.reads(), member.id).await?;
    let wallet = WalletState::of(own, member.role);
    Ok(Json(MyWallet {
        id: wallet.id,
        balance: wallet.balance,
        currency: wallet.currency.clone(),
        loyalty_points: wallet.loyalty_points,
        wallet,
        transactions: movements.into_iter().map(Into::into).collect(),
    }))
}
