//! The own wallet, whether there is one or not.

use chrono::{DateTime, Utc};
use sea_orm::{DbBackend, DbErr, FromQueryResult, Statement, entity::prelude::*};
use tally_entity::{
    UserId, WalletId,
    refs::{UserName, WebsiteName},
};
use tally_ledger::movements::{self, Movement, Wanted};

/// How many movements the answer shows.
const SHOWN: u64 = 50;

#[derive(Clone, Debug, FromQueryResult)]
pub(crate) struct OwnWallet {
    pub(crate) wallet_id: Option<WalletId>,
    pub(crate) balance_cents: i64,
    pub(crate) currency: String,
    pub(crate) is_frozen: bool,
    pub(crate) loyalty_points: i64,
    pub(crate) updated_at: Option<DateTime<Utc>>,
    #[sea_orm(nested(prefix = "user_"))]
    pub(crate) user: UserName,
    #[sea_orm(nested(prefix = "website_"))]
    pub(crate) website: Option<WebsiteName>,
}

const FIND: &str = "
    SELECT wallets.id AS wallet_id, coalesce(wallets.balance_cents, 0) AS balance_cents,
        coalesce(wallets.is_frozen, false) AS is_frozen,
        coalesce(wallets.currency, websites.currency, 'USD')::text AS currency,
        coalesce(client_profiles.loyalty_points, 0)::bigint AS loyalty_points, wallets.updated_at,
        users.id AS user_id, users.username AS user_username, users.email AS user_email,
        users.first_name AS user_first_name, users.last_name AS user_last_name, users.role AS user_role,
        NULL::text AS user_pen_name,
        websites.id AS website_id, websites.name AS website_name, websites.domain AS website_domain
    FROM users
    LEFT JOIN websites ON websites.id = users.website_id
    LEFT JOIN wallets ON wallets.user_id = users.id AND wallets.website_id = users.website_id
        AND wallets.currency = websites.currency
    LEFT JOIN client_profiles ON client_profiles.user_id = users.id
    WHERE users.id = $1";

pub(crate) async fn find(db: &impl ConnectionTrait, user: UserId) -> Result<OwnWallet, DbErr> {
    let statement = Statement::from_sql_and_values(DbBackend::Postgres, FIND, [user.into()]);
    let found = OwnWallet::find_by_statement(statement).one(db).await?;
    found.ok_or_else(|| DbErr::RecordNotFound(format!("user {user}")))
}

/// The wallet, and what went through it lately, newest first.
pub(crate) async fn load(
    db: &impl ConnectionTrait,
    user: UserId,
) -> Result<(OwnWallet, Vec<Movement>), DbErr> {
    let own = find(db, user).await?;
    let movements = match own.wallet_id {
        Some(wallet) => movements::load(db, wallet, &Wanted::default(), SHOWN, 0).await?,
        None => Vec::new(),
    };
    Ok((own, movements))
}
