//! `GET /api/v1/wallet/api/client-wallet/{id}/transactions`, `GET /api/v1/writer-wallet/writer-wallets/{id}/transactions`

use axum::{Json, extract::State};
use serde::Deserialize;
use tally_auth::{Member, ScopeQuery, Scoped};
use tally_db::Db;
use tally_entity::WalletId;
use tally_http::{
    ApiResult, DayOrInstant, Page, PageQuery, Paging, Params, PathParam, Problems, Words, access::MEMBER,
};
use tally_ledger::movements::{WalletTransaction, Wanted, kinds};
use utoipa::IntoParams;

use crate::wallets::repository::transactions::{self, Viewer};

/// Which movements are wanted.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct TransactionsQuery {
    /// Any of these words of `transaction_type`.
    #[param(value_type = Option<Vec<String>>)]
    transaction_type: Option<Words>,
    /// A day or an instant: not before it.
    #[param(value_type = Option<String>)]
    date_from: Option<DayOrInstant>,
    /// A day, which is included, or an instant, which is not.
    #[param(value_type = Option<String>)]
    date_to: Option<DayOrInstant>,
}

impl From<TransactionsQuery> for Wanted {
    fn from(query: TransactionsQuery) -> Self {
        let TransactionsQuery { transaction_type, date_from, date_to } = query;
        Self {
            kinds: transaction_type.map(|words| words.0.iter().flat_map(|word| kinds(word)).collect()),
            from: date_from.map(DayOrInstant::start),
            until: date_to.map(DayOrInstant::end),
        }
    }
}

/// What went through a wallet, newest first
#[utoipa::path(
    get,
    path = "/wallet/api/client-wallet/{id}/transactions",
    tag = "wallets",
    params(("id" = i64, Path, description = "The wallet"), ScopeQuery, TransactionsQuery, PageQuery),
    responses((status = OK, body = Page<WalletTransaction>), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(MEMBER))),
)]
pub(crate) async fn list_client_wallet_transactions(
    State(db): State<Db>,
    member: Scoped<Member>,
    paging: Paging<100, 25>,
    PathParam(id): PathParam<WalletId>,
    Params(query): Params<TransactionsQuery>,
) -> ApiResult<Json<Page<WalletTransaction>>> {
    answer(&db, &member, &paging, id, query).await
}

/// What went through a writer's wallet, newest first
#[utoipa::path(
    get,
    path = "/writer-wallet/writer-wallets/{id}/transactions",
    tag = "wallets",
    params(("id" = i64, Path, description = "The wallet"), ScopeQuery, TransactionsQuery, PageQuery),
    responses((status = OK, body = Page<WalletTransaction>), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(MEMBER))),
)]
pub(crate) async fn list_writer_wallet_transactions(
    State(db): State<Db>,
    member: Scoped<Member>,
    paging: Paging<100, 25>,
    PathParam(id): PathParam<WalletId>,
    Params(query): Params<TransactionsQuery>,
) -> ApiResult<Json<Page<WalletTransaction>>> {
    answer(&db, &member, &paging, id, query).await
}

async fn answer(
    db: &Db,
    member: &Scoped<Member>,
    paging: &Paging<100, 25>,
    id: WalletId,
    query: TransactionsQuery,
) -> ApiResult<Json<Page<WalletTransaction>>> {
    let viewer = if member.is_staff() { Viewer::Staff(member.scope) } else { Viewer::Owner(member.id) };
    let (limit, offset) = (paging.limit(), paging.offset());
    let found = transactions::load(db.reads(), viewer, id, &query.into(), limit, offset).await?;
    let (count, rows) = found.ok_or_else(super::wallets::unknown)?;
    Ok(Json(paging.page(count, rows.into_iter().map(Into::into).collect())))
}
