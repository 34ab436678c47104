//! Disputes by where they stand and what they are about, and the newest of them.

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{
    DbErr, FromQueryResult, JoinType, QueryOrder, QuerySelect, Select,
    entity::prelude::*,
    sea_query::{Alias, Condition},
};
use tally_db::aggregate::{count, count_where, micros_between, sum_where, utc_week};
use tally_entity::{
    DisputeId, DisputeReason, DisputeStatus, OrderId, UserId, WebsiteScope, dispute, order, user,
};
use tally_kernel::Period;
use tokio::try_join;

use super::{dispute::with_orders, pending::newest_first};

const RECENT_DAYS: u32 = 30;
const TREND_DAYS: u32 = 52 * 7;
const RECENT: u64 = 10;
const PENDING: u64 = 20;

#[derive(Debug)]
pub(crate) struct DisputesDashboard {
    pub(crate) groups: Vec<Group>,
    pub(crate) weeks: Vec<Week>,
    /// Newest first, like the next.
    pub(crate) recent: Vec<Recent>,
    pub(crate) pending: Vec<Pending>,
}

/// The disputes of one status about one thing.
#[derive(Debug, FromQueryResult)]
pub(crate) struct Group {
    pub(crate) status: DisputeStatus,
    pub(crate) reason_code: DisputeReason,
    pub(crate) disputes: i64,
    /// The writer has not said anything.
    pub(crate) unanswered: i64,
    pub(crate) resolved: i64,
    /// In the last 30 days.
    pub(crate) resolved_recently: i64,
    /// How long the resolved ones took together.
    pub(crate) micros: i64,
}

#[derive(Debug, FromQueryResult)]
pub(crate) struct Week {
    /// Its Monday.
    pub(crate) week: NaiveDate,
    pub(crate) disputes: i64,
}

#[derive(Debug, FromQueryResult)]
pub(crate) struct Recent {
    pub(crate) id: DisputeId,
    pub(crate) order_id: Option<OrderId>,
    pub(crate) topic: Option<String>,
    /// The user name of who raised it.
    pub(crate) username: Option<String>,
    pub(crate) status: DisputeStatus,
    pub(crate) created_at: DateTime<Utc>,
}

#[derive(Debug, FromQueryResult)]
pub(crate) struct Pending {
    pub(crate) id: DisputeId,
    pub(crate) order_id: Option<OrderId>,
    pub(crate) topic: Option<String>,
    pub(crate) reason: String,
    pub(crate) status: DisputeStatus,
    pub(crate) created_at: DateTime<Utc>,
    /// Of the order, like the next.
    pub(crate) client_id: Option<UserId>,
    pub(crate) assigned_writer_id: Option<UserId>,
}

pub(crate) async fn load(
    db: &impl ConnectionTrait,
    scope: WebsiteScope,
    now: DateTime<Utc>,
) -> Result<DisputesDashboard, DbErr> {
    let (groups, weeks, recent, pending) =
        try_join!(groups(db, scope, now), weeks(db, scope, now), recent(db, scope), pending(db, scope))?;
    Ok(DisputesDashboard { groups, weeks, recent, pending })
}

fn base(scope: WebsiteScope) -> Select<dispute::Entity> {
    dispute::Entity::find().select_only().filter(scope.of(dispute::COLUMN.website_id))
}

async fn groups(
    db: &impl ConnectionTrait,
    scope: WebsiteScope,
    now: DateTime<Utc>,
) -> Result<Vec<Group>, DbErr> {
    let dispute = dispute::COLUMN;
    let Period { from, until } = Period::last_days(RECENT_DAYS, now);
    let recently = Condition::all().add(dispute.resolved_at.gte(from)).add(dispute.resolved_at.lt(until));
    let took = micros_between(dispute.created_at, dispute.resolved_at);
    base(scope)
        .columns([dispute::Column::Status, dispute::Column::ReasonCode])
        .expr_as(count(), "disputes")
        .expr_as(count_where(dispute.writer_responded_at.is_null()), "unanswered")
        .expr_as(count_where(dispute.resolved_at.is_not_null()), "resolved")
        .expr_as(count_where(recently), "resolved_recently")
        .expr_as(sum_where(took, dispute.resolved_at.is_not_null()), "micros")
        .group_by(dispute::Column::Status)
        .group_by(dispute::Column::ReasonCode)
        .into_model()
        .all(db)
        .await
}

async fn weeks(
    db: &impl ConnectionTrait,
    scope: WebsiteScope,
    now: DateTime<Utc>,
) -> Result<Vec<Week>, DbErr> {
    let created_at = dispute::COLUMN.created_at;
    let Period { from, until } = Period::last_days(TREND_DAYS, now);
    base(scope)
        .expr_as(utc_week(created_at), "week")
        .expr_as(count(), "disputes")
        .filter(created_at.gte(from))
        .filter(created_at.lt(until))
        .group_by(Expr::col(Alias::new("week")))
        .order_by_asc(Expr::col(Alias::new("week")))
        .into_model()
        .all(db)
        .await
}

async fn recent(db: &impl ConnectionTrait, scope: WebsiteScope) -> Result<Vec<Recent>, DbErr> {
    use dispute::Column::{CreatedAt, Id, OrderId, RaisedById, Status};
    let raiser = dispute::Entity::belongs_to(user::Entity).from(RaisedById).to(user::Column::Id);
    let rows = with_orders()
        .columns([Id, OrderId, Status, CreatedAt])
        .column(order::Column::Topic)
        .column(user::Column::Username)
        .join(JoinType::LeftJoin, raiser.into())
        .filter(scope.of(dispute::COLUMN.website_id));
    newest_first(rows).limit(RECENT).into_model().all(db).await
}

async fn pending(db: &impl ConnectionTrait, scope: WebsiteScope) -> Result<Vec<Pending>, DbErr> {
    use dispute::Column::{CreatedAt, Id, OrderId, Reason, Status};
    let rows = with_orders()
        .columns([Id, OrderId, Reason, Status, CreatedAt])
        .columns([order::Column::Topic, order::Column::ClientId, order::Column::AssignedWriterId])
        .filter(scope.of(dispute::COLUMN.website_id))
        .filter(dispute::COLUMN.status.eq(DisputeStatus::Open));
    newest_first(rows).limit(PENDING).into_model().all(db).await
}
