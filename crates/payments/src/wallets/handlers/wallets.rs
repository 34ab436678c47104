//! `GET /api/v1/wallet/api/admin/wallets`, `GET /api/v1/writer-wallet/writer-wallets` and one of each

mod query;

use axum::{Json, extract::State};
use serde::Serialize;
use tally_auth::{Member, ScopeQuery, Scoped, Staff};
use tally_db::Db;
use tally_entity::{Role, WalletId, WebsiteId};
use tally_http::{
    Amount, ApiError, ApiResult, Page, PageQuery, Paging, Params, PathParam, Problems,
    access::{STAFF, STAFF_AND_WRITER},
};
use utoipa::ToSchema;

use self::query::WalletsQuery;
use super::row::AdminWallet;
use crate::wallets::repository::{
    my_wallet,
    wallets::{self, Sums, WebsiteSums},
};

type Asked = Paging<250, 25>;

/// Wallets, and what lies in all of them.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct WalletPage {
    #[serde(flatten)]
    page: Page<AdminWallet>,
    summary: WalletSummary,
}

/// Of all wallets that are wanted.
#[derive(Debug, Serialize, ToSchema)]
struct WalletSummary {
    total_balance: Amount,
    total_wallets: i64,
    total_loyalty_points: i64,
    website_totals: Vec<WebsiteTotal>,
}

/// Of those of one website.
#[derive(Debug, Serialize, ToSchema)]
struct WebsiteTotal {
    #[serde(rename = "website__id")]
    #[schema(value_type = i64)]
    id: WebsiteId,
    #[serde(rename = "website__name")]
    name: String,
    total_balance: Amount,
    wallet_count: i64,
}

/// The list for staff; a writer gets a plain list with his own wallet.
#[derive(Debug, Serialize, ToSchema)]
#[serde(untagged)]
pub(crate) enum WriterWallets {
    All(WalletPage),
    Own(Vec<AdminWallet>),
}

impl From<WebsiteSums> for WebsiteTotal {
    fn from(sums: WebsiteSums) -> Self {
        let WebsiteSums { website_id: id, website_name: name, wallets: wallet_count, balance_cents } = sums;
        Self { id, name, total_balance: Amount::cents(balance_cents), wallet_count }
    }
}

/// 404.
pub(super) fn unknown() -> ApiError {
    ApiError::not_found("There is no such wallet.")
}

/// Wallets of clients
#[utoipa::path(
    get,
    path = "/wallet/api/admin/wallets",
    tag = "wallets",
    params(ScopeQuery, WalletsQuery, PageQuery),
    responses((status = OK, body = WalletPage), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(STAFF))),
)]
pub(crate) async fn list_client_wallets(
    State(db): State<Db>,
    staff: Scoped<Staff>,
    paging: Asked,
    Params(query): Params<WalletsQuery>,
) -> ApiResult<Json<WalletPage>> {
    Ok(Json(page(&db, staff.scope, Role::Client, &paging, query).await?))
}

/// A client's wallet
#[utoipa::path(
    get,
    path = "/wallet/api/admin/wallets/{id}",
    tag = "wallets",
    params(("id" = i64, Path, description = "The wallet"), ScopeQuery),
    responses((status = OK, body = AdminWallet), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(STAFF))),
)]
pub(crate) async fn get_client_wallet(
    State(db): State<Db>,
    staff: Scoped<Staff>,
    PathParam(id): PathParam<WalletId>,
) -> ApiResult<Json<AdminWallet>> {
    let found = wallets::find(db.reads(), staff.scope, Role::Client, id).await?;
    Ok(Json(found.ok_or_else(unknown)?.into()))
}

/// Wallets of writers
#[utoipa::path(
    get,
    path = "/writer-wallet/writer-wallets",
    tag = "wallets",
    params(ScopeQuery, WalletsQuery, PageQuery),
    responses((status = OK, body = WriterWallets), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(STAFF_AND_WRITER))),
)]
pub(crate) async fn list_writer_wallets(
    State(db): State<Db>,
    member: Scoped<Member>,
    paging: Asked,
    Params(query): Params<WalletsQuery>,
) -> ApiResult<Json<WriterWallets>> {
    match member.role {
        Role::Client => Err(ApiError::forbidden("This is not for the role client.")),
        Role::Writer => {
            let own = my_wallet::find(db.reads(), member.id).await?;
            Ok(Json(WriterWallets::Own(vec![AdminWallet::own(own, member.role)])))
        }
        Role::Superadmin | Role::Admin | Role::Editor | Role::Support => {
            let page = page(&db, member.scope, Role::Writer, &paging, query).await?;
            Ok(Json(WriterWallets::All(page)))
        }
    }
}

/// A writer's wallet
#[utoipa::path(
    get,
    path = "/writer-wallet/writer-wallets/{id}",
    tag = "wallets",
    params(("id" = i64, Path, description = "The wallet"), ScopeQuery),
    responses((status = OK, body = AdminWallet), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(STAFF))),
)]
pub(crate) async fn get_writer_wallet(
    State(db): State<Db>,
    staff: Scoped<Staff>,
    PathParam(id): PathParam<WalletId>,
) -> ApiResult<Json<AdminWallet>> {
    let found = wallets::find(db.reads(), staff.scope, Role::Writer, id).await?;
    Ok(Json(found.ok_or_else(unknown)?.into()))
}

async fn page(
    db: &Db,
    scope: tally_entity::WebsiteScope,
    role: Role,
    paging: &Asked,
    query: WalletsQuery,
) -> ApiResult<WalletPage> {
    let order = query.order();
    let (part, wanted) = ((paging.limit(), paging.offset()), query.wanted(role));
    let (sums, websites, rows) = wallets::load(db.reads(), scope, &wanted, &order, part).await?;
    let Sums { wallets: total_wallets, balance_cents, loyalty_points: total_loyalty_points } = sums;
    let summary = WalletSummary {
        total_balance: Amount::cents(balance_cents),
        total_wallets,
        total_loyalty_points,
        website_totals: websites.into_iter().map(Into::into).collect(),
    };
    let rows = rows.into_iter().map(Into::into).collect();
    Ok(WalletPage { page: paging.page(total_wallets, rows), summary })
}
