//! The wallets of clients or of writers.

use chrono::{DateTime, Utc};
use sea_orm::{
    Condition, DbErr, FromQueryResult, JoinType, Order, QueryOrder, QuerySelect, RelationDef, Select,
    entity::prelude::*, sea_query::NullOrdering,
};
use tally_db::{
    aggregate::{count, sum},
    search::has_words,
};
use tally_entity::{
    Role, UserId, WalletId, WalletKind, WebsiteId, WebsiteScope, client_profile,
    refs::{UserName, WebsiteName},
    user::{self, rules},
    wallet, website,
};
use tokio::try_join;

#[derive(Clone, Debug, FromQueryResult)]
pub(crate) struct ListedWallet {
    pub(crate) id: WalletId,
    pub(crate) balance_cents: i64,
    pub(crate) currency: String,
    pub(crate) is_frozen: bool,
    pub(crate) updated_at: DateTime<Utc>,
    pub(crate) loyalty_points: i64,
    #[sea_orm(nested(prefix = "users_"))]
    pub(crate) user: UserName,
    #[sea_orm(nested(prefix = "website_"))]
    pub(crate) website: WebsiteName,
}

/// Over all wallets that are wanted.
#[derive(Clone, Copy, Debug, FromQueryResult)]
pub(crate) struct Sums {
    pub(crate) wallets: i64,
    pub(crate) balance_cents: i64,
    pub(crate) loyalty_points: i64,
}

/// The same of one website.
#[derive(Clone, Debug, FromQueryResult)]
pub(crate) struct WebsiteSums {
    pub(crate) website_id: WebsiteId,
    pub(crate) website_name: String,
    pub(crate) wallets: i64,
    pub(crate) balance_cents: i64,
}

/// Which wallets are wanted; what is absent narrows nothing.
#[derive(Clone, Debug)]
pub(crate) struct Wanted {
    /// Whose: clients' or writers'.
    pub(crate) role: Role,
    pub(crate) user: Option<UserId>,
    pub(crate) search: Option<String>,
    pub(crate) least_cents: Option<i64>,
    pub(crate) most_cents: Option<i64>,
}

/// What wallets can be ordered by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum By {
    Balance,
    LastUpdated,
    LoyaltyPoints,
}

impl By {
    fn column(self) -> Expr {
        match self {
            Self::Balance => wallet::Column::BalanceCents.into_expr(),
            Self::LastUpdated => wallet::Column::UpdatedAt.into_expr(),
            Self::LoyaltyPoints => points(),
        }
    }
}

/// Somebody who is no client has none.
fn points() -> Expr {
    Expr::cust_with_expr("coalesce($1, 0)::bigint", client_profile::Column::LoyaltyPoints.into_expr())
}

/// One page, and the sums of all of it.
pub(crate) async fn load(
    db: &impl ConnectionTrait,
    scope: WebsiteScope,
    wanted: &Wanted,
    order: &[(By, bool)],
    (limit, offset): (u64, u64),
) -> Result<(Sums, Vec<WebsiteSums>, Vec<ListedWallet>), DbErr> {
    let rows = which(scope, wanted);
    let order = if order.is_empty() { &[(By::Balance, true)] } else { order };
    let direction = |descending: bool| if descending { Order::Desc } else { Order::Asc };
    let page = order.iter().fold(with_columns(rows.clone()), |rows, (by, descending)| {
        rows.order_by_with_nulls(by.column(), direction(*descending), NullOrdering::Last)
    });
    let page = page.order_by(wallet::Column::Id, direction(order[0].1)).limit(limit).offset(offset);
    let sums = rows
        .clone()
        .expr_as(count(), "wallets")
        .expr_as(sum(wallet::Column::BalanceCents.into_expr()), "balance_cents")
        .expr_as(sum(points()), "loyalty_points");
    try_join!(
        sums.into_model().require_one(db),
        by_website(rows).into_model().all(db),
        page.into_model().all(db)
    )
}

fn by_website(rows: Select<wallet::Entity>) -> Select<wallet::Entity> {
    let website: RelationDef = wallet::Entity::belongs_to(website::Entity)
        .from(wallet::Column::WebsiteId)
        .to(website::Column::Id)
        .into();
    rows.join(JoinType::InnerJoin, website)
        .column(wallet::Column::WebsiteId)
        .column_as(website::Column::Name, "website_name")
        .expr_as(count(), "wallets")
        .expr_as(sum(wallet::Column::BalanceCents.into_expr()), "balance_cents")
        .group_by(wallet::Column::WebsiteId)
        .group_by(website::Column::Name)
        .order_by_asc(wallet::Column::WebsiteId)
}

/// Nothing when the scope has no such wallet of somebody of this role.
pub(crate) async fn find(
    db: &impl ConnectionTrait,
    scope: WebsiteScope,
    role: Role,
    id: WalletId,
) -> Result<Option<ListedWallet>, DbErr> {
    let wanted = Wanted { role, user: None, search: None, least_cents: None, most_cents: None };
    with_columns(which(scope, &wanted)).filter(wallet::COLUMN.id.eq(id)).into_model().one(db).await
}

fn which(scope: WebsiteScope, wanted: &Wanted) -> Select<wallet::Entity> {
    let Wanted { role, user, search, least_cents, most_cents } = wanted;
    let owner: RelationDef =
        wallet::Entity::belongs_to(user::Entity).from(wallet::Column::UserId).to(user::Column::Id).into();
    let profile: RelationDef = wallet::Entity::belongs_to(client_profile::Entity)
        .from(wallet::Column::UserId)
        .to(client_profile::Column::UserId)
        .into();
    let column = wallet::COLUMN;
    let condition = Condition::all()
        .add(scope.of(column.website_id))
        .add(column.kind.eq(WalletKind::User))
        .add(user::COLUMN.role.eq(*role))
        .add_option(user.map(|user| column.user_id.eq(user)))
        .add_option(search.as_deref().map(searched))
        .add_option(least_cents.map(|cents| column.balance_cents.gte(cents)))
        .add_option(most_cents.map(|cents| column.balance_cents.lte(cents)));
    wallet::Entity::find()
        .select_only()
        .join(JoinType::InnerJoin, owner)
        .join(JoinType::LeftJoin, profile)
        .filter(condition)
}

fn searched(query: &str) -> Condition {
    let id = query.trim().parse::<i64>().ok();
    Condition::any()
        .add(has_words(rules::names(), query))
        .add_option(id.map(|id| wallet::COLUMN.id.eq(WalletId(id))))
}

fn with_columns(rows: Select<wallet::Entity>) -> Select<wallet::Entity> {
    use wallet::Column::{BalanceCents, Currency, Id, IsFrozen, UpdatedAt, WebsiteId};
    let rows =
        rows.columns([Id, BalanceCents, Currency, IsFrozen, UpdatedAt]).expr_as(points(), "loyalty_points");
    UserName::columns(WebsiteName::join(rows, WebsiteId), "users", Expr::cust("NULL::text"))
}
