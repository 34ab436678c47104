//! The tips of a period: by day and kind, by level, and who received and gave most.

use chrono::NaiveDate;
use sea_orm::{
    DbErr, ExprTrait, FromQueryResult, QueryOrder, QuerySelect, QueryTrait,
    entity::prelude::*,
    sea_query::{Alias, Order, Query},
};
use tally_db::aggregate::{count, sum, utc_day};
use tally_entity::{TipType, UserId, WebsiteScope, tip, user};
use tally_kernel::Period;
use tokio::try_join;

use super::{
    levels::{self, LevelTips},
    sums::{TipSums, sent, with_sums},
};

/// How many of those who received or gave most.
const TOP: u64 = 10;

/// The tips of one UTC day and kind.
#[derive(Debug, FromQueryResult)]
pub(crate) struct DayTips {
    pub(crate) day: NaiveDate,
    pub(crate) tip_type: TipType,
    #[sea_orm(nested)]
    pub(crate) sums: TipSums,
}

/// Somebody's tips, as the one who received or the one who gave.
#[derive(Debug, FromQueryResult)]
pub(crate) struct TopPerson {
    pub(crate) id: UserId,
    pub(crate) username: String,
    pub(crate) email: String,
    pub(crate) tips: i64,
    pub(crate) cents: i64,
}

#[derive(Debug)]
pub(crate) struct TipAnalytics {
    pub(crate) days: Vec<DayTips>,
    pub(crate) levels: Vec<LevelTips>,
    /// By what reached them.
    pub(crate) writers: Vec<TopPerson>,
    /// By what they gave.
    pub(crate) clients: Vec<TopPerson>,
}

pub(crate) async fn load(
    db: &impl ConnectionTrait,
    scope: WebsiteScope,
    period: Period,
) -> Result<TipAnalytics, DbErr> {
    use tip::Column::{AmountCents, ClientId, WriterEarningCents, WriterId};
    let levels = levels::load(db, scope, sent(Some(period.from), Some(period.until)));
    let (days, levels, writers, clients) = try_join!(
        days(db, scope, period),
        levels,
        top(db, scope, period, WriterId, WriterEarningCents),
        top(db, scope, period, ClientId, AmountCents),
    )?;
    Ok(TipAnalytics { days, levels, writers, clients })
}

async fn days(db: &impl ConnectionTrait, scope: WebsiteScope, period: Period) -> Result<Vec<DayTips>, DbErr> {
    let tip = tip::COLUMN;
    let day = utc_day(tip.sent_at);
    with_sums(tip::Entity::find().select_only())
        .expr_as(day.clone(), "day")
        .column(tip::Column::TipType)
        .filter(scope.of(tip.website_id))
        .filter(sent(Some(period.from), Some(period.until)))
        .group_by(day)
        .group_by(tip::Column::TipType)
        .into_model()
        .all(db)
        .await
}

/// Those with the largest sum of `cents`. Their names are looked up once they are known.
async fn top(
    db: &impl ConnectionTrait,
    scope: WebsiteScope,
    period: Period,
    person: tip::Column,
    cents: tip::Column,
) -> Result<Vec<TopPerson>, DbErr> {
    let best = tip::Entity::find()
        .select_only()
        .column_as(person, "person_id")
        .expr_as(count(), "tips")
        .expr_as(sum(cents), "cents")
        .filter(scope.of(tip::COLUMN.website_id))
        .filter(sent(Some(period.from), Some(period.until)))
        .group_by(person)
        .order_by_desc(Expr::col(Alias::new("cents")))
        .order_by_asc(person)
        .limit(TOP)
        .into_query();

    let id = Expr::col((user::Entity, user::Column::Id));
    let of_best = |column: &'static str| Expr::col((Alias::new("best"), Alias::new(column)));
    let query = Query::select()
        .columns([user::Column::Id, user::Column::Username, user::Column::Email].map(|c| (user::Entity, c)))
        .expr(of_best("tips"))
        .expr(of_best("cents"))
        .from_subquery(best, Alias::new("best"))
        .inner_join(user::Entity, id.eq(of_best("person_id")))
        .order_by_expr(of_best("cents"), Order::Desc)
        .order_by((user::Entity, user::Column::Id), Order::Asc)
        .take();
    TopPerson::find_by_statement(db.get_database_backend().build(&query)).all(db).await
}
