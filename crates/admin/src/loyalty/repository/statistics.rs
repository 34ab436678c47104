//! Points in sum.

use chrono::{DateTime, Utc};
use sea_orm::{
    Condition, DbErr, FromQueryResult, JoinType, QueryOrder, QuerySelect,
    entity::prelude::*,
    sea_query::{Alias, ExprTrait, Query},
};
use tally_db::aggregate::{count, count_where, sum, sum_where};
use tally_entity::{LoyaltyTransactionType, WebsiteScope, loyalty_transaction, user, website};
use tally_kernel::Period;
use tokio::try_join;

use super::wanted::{Wanted, to, with_clients};

const TOP_CLIENTS: u64 = 10;

#[derive(Debug)]
pub(crate) struct Statistics {
    pub(crate) by_type: Vec<TypePoints>,
    pub(crate) by_website: Vec<WebsitePoints>,
    pub(crate) top_clients: Vec<ClientPoints>,
}

/// All changes of one type.
#[derive(Debug, FromQueryResult)]
pub(crate) struct TypePoints {
    pub(crate) transaction_type: LoyaltyTransactionType,
    pub(crate) changes: i64,
    pub(crate) points: i64,
    pub(crate) changes_day: i64,
    pub(crate) changes_week: i64,
    pub(crate) changes_month: i64,
    pub(crate) points_day: i64,
    pub(crate) points_week: i64,
    pub(crate) points_month: i64,
}

#[derive(Debug, FromQueryResult)]
pub(crate) struct WebsitePoints {
    pub(crate) website: String,
    pub(crate) changes: i64,
    pub(crate) points: i64,
}

#[derive(Debug, FromQueryResult)]
pub(crate) struct ClientPoints {
    pub(crate) username: String,
    pub(crate) points: i64,
}

pub(crate) async fn load(
    db: &impl ConnectionTrait,
    scope: WebsiteScope,
    wanted: &Wanted,
    now: DateTime<Utc>,
) -> Result<Statistics, DbErr> {
    let (by_type, by_website, top_clients) = try_join!(
        by_type(db, scope, wanted, now),
        by_website(db, scope, wanted),
        top_clients(db, scope, wanted),
    )?;
    Ok(Statistics { by_type, by_website, top_clients })
}

async fn by_type(
    db: &impl ConnectionTrait,
    scope: WebsiteScope,
    wanted: &Wanted,
    now: DateTime<Utc>,
) -> Result<Vec<TypePoints>, DbErr> {
    let change = loyalty_transaction::COLUMN;
    let last = |days| {
        let Period { from, until } = Period::last_days(days, now);
        Condition::all().add(change.created_at.gte(from)).add(change.created_at.lt(until))
    };
    with_clients(scope, wanted)
        .column(loyalty_transaction::Column::TransactionType)
        .expr_as(count(), "changes")
        .expr_as(sum(change.points), "points")
        .expr_as(count_where(last(1)), "changes_day")
        .expr_as(count_where(last(7)), "changes_week")
        .expr_as(count_where(last(30)), "changes_month")
        .expr_as(sum_where(change.points, last(1)), "points_day")
        .expr_as(sum_where(change.points, last(7)), "points_week")
        .expr_as(sum_where(change.points, last(30)), "points_month")
        .group_by(loyalty_transaction::Column::TransactionType)
        .order_by_asc(loyalty_transaction::Column::TransactionType)
        .into_model()
        .all(db)
        .await
}

async fn by_website(
    db: &impl ConnectionTrait,
    scope: WebsiteScope,
    wanted: &Wanted,
) -> Result<Vec<WebsitePoints>, DbErr> {
    with_clients(scope, wanted)
        .column_as(website::Column::Name, "website")
        .expr_as(count(), "changes")
        .expr_as(sum(loyalty_transaction::COLUMN.points), "points")
        .join(
            JoinType::InnerJoin,
            to(loyalty_transaction::Column::WebsiteId, website::Entity, website::Column::Id),
        )
        .group_by(website::Column::Id)
        .order_by_desc(Expr::col(Alias::new("points")))
        .order_by_asc(website::Column::Name)
        .into_model()
        .all(db)
        .await
}

async fn top_clients(
    db: &impl ConnectionTrait,
    scope: WebsiteScope,
    wanted: &Wanted,
) -> Result<Vec<ClientPoints>, DbErr> {
    use loyalty_transaction::Column::ClientId;
    // Looked up for the few that are shown.
    let username = Query::select()
        .column(user::Column::Username)
        .from_as(user::Entity, "shown")
        .and_where(Expr::col(("shown", user::Column::Id)).eq(ClientId.into_expr()))
        .take();
    with_clients(scope, wanted)
        .expr_as(Expr::SubQuery(None, Box::new(username.into())), "username")
        .expr_as(sum(loyalty_transaction::COLUMN.points), "points")
        .group_by(ClientId)
        .order_by_desc(Expr::col(Alias::new("points")))
        .order_by_asc(ClientId)
        .limit(TOP_CLIENTS)
        .into_model()
        .all(db)
        .await
}
