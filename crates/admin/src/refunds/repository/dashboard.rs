//! Refunds by where they stand and who began them, and the newest of them.

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{
    DbErr, FromQueryResult, JoinType, QueryOrder, QuerySelect, Select,
    entity::prelude::*,
    sea_query::{Alias, Condition},
};
use tally_db::aggregate::{count, count_where, sum, sum_where, utc_week};
use tally_entity::{
    OrderId, PaymentId, RefundId, RefundMethod, RefundStatus, RefundType, UserId, WebsiteScope, payment,
    refund::{self, rules},
    user,
};
use tally_kernel::Period;
use tokio::try_join;

use super::refund::{newest_first, with_payments};

const RECENT_DAYS: u32 = 30;
const TREND_DAYS: u32 = 52 * 7;
const RECENT: u64 = 10;
const PENDING: u64 = 20;

#[derive(Debug)]
pub(crate) struct RefundsDashboard {
    pub(crate) groups: Vec<Group>,
    pub(crate) weeks: Vec<RequestedWeek>,
    /// Newest first, like the next.
    pub(crate) recent: Vec<Recent>,
    pub(crate) pending: Vec<Pending>,
}

/// The refunds of one status and type.
#[derive(Debug, FromQueryResult)]
pub(crate) struct Group {
    pub(crate) status: RefundStatus,
    #[sea_orm(from_alias = "type")]
    pub(crate) kind: RefundType,
    pub(crate) refunds: i64,
    pub(crate) cents: i64,
    /// Made in the last 30 days, like the next.
    pub(crate) recent: i64,
    pub(crate) recent_cents: i64,
}

#[derive(Debug, FromQueryResult)]
pub(crate) struct RequestedWeek {
    /// Its Monday.
    pub(crate) week: NaiveDate,
    pub(crate) refunds: i64,
    pub(crate) cents: i64,
}

#[derive(Debug, FromQueryResult)]
pub(crate) struct Recent {
    pub(crate) id: RefundId,
    pub(crate) payment_id: PaymentId,
    /// The user name of who gets it.
    pub(crate) username: Option<String>,
    pub(crate) cents: i64,
    pub(crate) status: RefundStatus,
    pub(crate) refund_method: RefundMethod,
    pub(crate) created_at: DateTime<Utc>,
}

#[derive(Debug, FromQueryResult)]
pub(crate) struct Pending {
    pub(crate) id: RefundId,
    pub(crate) order_id: Option<OrderId>,
    pub(crate) wallet_amount_cents: i64,
    pub(crate) external_amount_cents: i64,
    #[sea_orm(from_alias = "type")]
    pub(crate) kind: RefundType,
    pub(crate) status: RefundStatus,
    pub(crate) client_id: Option<UserId>,
}

pub(crate) async fn load(
    db: &impl ConnectionTrait,
    scope: WebsiteScope,
    now: DateTime<Utc>,
) -> Result<RefundsDashboard, DbErr> {
    let (groups, weeks, recent, pending) =
        try_join!(groups(db, scope, now), weeks(db, scope, now), recent(db, scope), pending(db, scope))?;
    Ok(RefundsDashboard { groups, weeks, recent, pending })
}

fn base(scope: WebsiteScope) -> Select<refund::Entity> {
    refund::Entity::find().select_only().filter(scope.of(refund::COLUMN.website_id))
}

async fn groups(
    db: &impl ConnectionTrait,
    scope: WebsiteScope,
    now: DateTime<Utc>,
) -> Result<Vec<Group>, DbErr> {
    let refund = refund::COLUMN;
    let Period { from, until } = Period::last_days(RECENT_DAYS, now);
    let recent = Condition::all()
        .add(refund.status.eq(RefundStatus::Processed))
        .add(refund.processed_at.gte(from))
        .add(refund.processed_at.lt(until));
    base(scope)
        .columns([refund::Column::Status, refund::Column::Kind])
        .expr_as(count(), "refunds")
        .expr_as(sum(rules::amount_cents()), "cents")
        .expr_as(count_where(recent.clone()), "recent")
        .expr_as(sum_where(rules::amount_cents(), recent), "recent_cents")
        .group_by(refund::Column::Status)
        .group_by(refund::Column::Kind)
        .into_model()
        .all(db)
        .await
}

async fn weeks(
    db: &impl ConnectionTrait,
    scope: WebsiteScope,
    now: DateTime<Utc>,
) -> Result<Vec<RequestedWeek>, DbErr> {
    let created_at = refund::COLUMN.created_at;
    let Period { from, until } = Period::last_days(TREND_DAYS, now);
    base(scope)
        .expr_as(utc_week(created_at), "week")
        .expr_as(count(), "refunds")
        .expr_as(sum(rules::amount_cents()), "cents")
        .filter(created_at.gte(from))
        .filter(created_at.lt(until))
        .group_by(Expr::col(Alias::new("week")))
        .order_by_asc(Expr::col(Alias::new("week")))
        .into_model()
        .all(db)
        .await
}

async fn recent(db: &impl ConnectionTrait, scope: WebsiteScope) -> Result<Vec<Recent>, DbErr> {
    use refund::Column::{ClientId, CreatedAt, Id, PaymentId, RefundMethod, Status};
    let client = refund::Entity::belongs_to(user::Entity).from(ClientId).to(user::Column::Id);
    let rows = base(scope)
        .columns([Id, PaymentId, Status, RefundMethod, CreatedAt])
        .expr_as(rules::amount_cents(), "cents")
        .column(user::Column::Username)
        .join(JoinType::LeftJoin, client.into());
    newest_first(rows).limit(RECENT).into_model().all(db).await
}

async fn pending(db: &impl ConnectionTrait, scope: WebsiteScope) -> Result<Vec<Pending>, DbErr> {
    use refund::Column::{ClientId, ExternalAmountCents, Id, Kind, Status, WalletAmountCents};
    let rows = with_payments()
        .columns([Id, WalletAmountCents, ExternalAmountCents, Kind, Status, ClientId])
        .column(payment::Column::OrderId)
        .filter(scope.of(refund::COLUMN.website_id))
        .filter(refund::COLUMN.status.eq(RefundStatus::Pending));
    newest_first(rows).limit(PENDING).into_model().all(db).await
}
