//! `POST /api/v1/wallet/api/admin/wallets/{id}/adjust`, `POST /api/v1/writer-wallet/writer-wallets/{id}/adjust`

use axum::{Json, extract::State, response::Response};
use serde::{Deserialize, Serialize};
use serde_json::json;
use tally_auth::{
    Admin, Once, Permission, ScopeQuery, Scoped,
    audit::{self, ActionKind, Entry, Trail},
    notice::{Event, Notice, notify},
};
use tally_db::Db;
use tally_entity::{Role, WalletId};
use tally_http::{
    ApiError, ApiResult, Body, Change, IdempotencyHeader, PathParam, Problems, Text, access::ADMIN,
};
use tally_kernel::{Clock, Money};
use tally_ledger::{BookedEntry, movements::WalletTransaction};
use utoipa::ToSchema;

use super::{row::AdminWallet, wallets::unknown};
use crate::wallets::repository::{adjust, wallets, wallets::ListedWallet};

/// Nobody corrects a wallet by more; what is more is a slip of the keyboard.
const MOST: i64 = 10_000_000_000;

/// What is wrong with a wallet.
#[derive(Deserialize, ToSchema)]
pub(crate) struct AdjustRequest {
    /// Not 0; below zero takes away.
    amount: Change,
    reason: Text<3, 500>,
}

/// A wallet that was corrected.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct WalletAdjusted {
    detail: String,
    wallet: AdminWallet,
    transaction: WalletTransaction,
}

/// Who corrects, and from where.
struct Act<'a> {
    db: &'a Db,
    admin: &'a Scoped<Admin>,
    trail: &'a Trail,
    clock: &'a Clock,
}

/// Corrects a client's wallet
#[utoipa::path(
    post,
    path = "/wallet/api/admin/wallets/{id}/adjust",
    tag = "wallets",
    params(("id" = i64, Path, description = "The wallet"), ScopeQuery, IdempotencyHeader),
    request_body = AdjustRequest,
    responses((status = OK, body = WalletAdjusted), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(ADMIN))),
)]
pub(crate) async fn adjust_client_wallet(
    State(db): State<Db>,
    State(clock): State<Clock>,
    admin: Scoped<Admin>,
    trail: Trail,
    once: Once,
    PathParam(id): PathParam<WalletId>,
    Body(body): Body<AdjustRequest>,
) -> ApiResult<Response> {
    let act = Act { db: &db, admin: &admin, trail: &trail, clock: &clock };
    correct(act, once, Role::Client, id, body).await
}

/// Corrects a writer's wallet
#[utoipa::path(
    post,
    path = "/writer-wallet/writer-wallets/{id}/adjust",
    tag = "wallets",
    params(("id" = i64, Path, description = "The wallet"), ScopeQuery, IdempotencyHeader),
    request_body = AdjustRequest,
    responses((status = OK, body = WalletAdjusted), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(ADMIN))),
)]
pub(crate) async fn adjust_writer_wallet(
    State(db): State<Db>,
    State(clock): State<Clock>,
    admin: Scoped<Admin>,
    trail: Trail,
    once: Once,
    PathParam(id): PathParam<WalletId>,
    Body(body): Body<AdjustRequest>,
) -> ApiResult<Response> {
    let act = Act { db: &db, admin: &admin, trail: &trail, clock: &clock };
    correct(act, once, Role::Writer, id, body).await
}

async fn correct(
    act: Act<'_>,
    once: Once,
    role: Role,
    id: WalletId,
    body: AdjustRequest,
) -> ApiResult<Response> {
    let Act { db, admin, clock, .. } = act;
    let AdjustRequest { amount: Change(cents), reason: Text(reason) } = body;
    if !(-MOST..=MOST).contains(&cents) {
        return Err(ApiError::invalid("/amount", "is more than anybody has"));
    }
    admin.require(db.reads(), Permission::ManageFinancials).await?;
    let tx = once.begin(db).await?;
    let wallet = wallets::find(&*tx, admin.scope, role, id).await?.ok_or_else(unknown)?;
    let (entry, movement) = adjust::apply(&tx, &wallet, cents, &reason, admin.id, clock.now()).await?;
    tell(&tx, &act, &wallet, entry, &reason).await?;
    let wallet = wallets::find(&*tx, admin.scope, role, id).await?.ok_or_else(unknown)?;
    let balance = Money { cents: wallet.balance_cents }.in_full();
    let detail = format!("The wallet of {} holds {balance} now.", wallet.user.username);
    tx.commit(Json(WalletAdjusted { detail, wallet: wallet.into(), transaction: movement.into() })).await
}

async fn tell(
    tx: &tally_auth::OnceWrite,
    act: &Act<'_>,
    wallet: &ListedWallet,
    entry: BookedEntry,
    reason: &str,
) -> ApiResult<()> {
    let actor = audit::Actor::from(&act.admin.0);
    let BookedEntry { amount_cents, balance_after_cents, .. } = entry;
    let (amount, website) = (Money { cents: amount_cents }.in_full(), Some(wallet.website.id));
    let entry = Entry {
        actor,
        kind: ActionKind::Money,
        action: format!("Adjusted the wallet of {} by {amount}", wallet.user.username),
        website,
        target: ("wallet", wallet.id.0),
        before: Some(json!({ "balance_cents": balance_after_cents - amount_cents })),
        after: Some(json!({ "balance_cents": balance_after_cents, "reason": reason })),
        trail: act.trail,
    };
    audit::record(&**tx, entry).await?;
    let body = format!("By {amount}: {reason}");
    let notice = Notice::plain(Event::WalletAdjusted, body, website);
    notify(&**tx, actor, [(wallet.user.id, notice)]).await?;
    Ok(())
}
