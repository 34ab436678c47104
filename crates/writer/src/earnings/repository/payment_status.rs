//! Where the payments of a writer stand, and what he asked to be paid out.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use sea_orm::{
    DbErr, FromQueryResult, QueryOrder, QuerySelect, QueryTrait,
    entity::prelude::*,
    sea_query::{Alias, Condition, Expr, ExprTrait, Query},
};
use tally_db::aggregate::{count, sum, sum_where, utc_week};
use tally_entity::{
    OrderId, PayoutRequestId, PayoutStatus, SpecialOrderId, UserId, WriterPaymentId, WriterPaymentStatus,
    payout_method, payout_request, user,
    writer_payment::{self, rules},
    writer_profile::{self, PaymentSchedule},
};
use tokio::try_join;

use super::earnings::paid_since;

/// How far back the trend goes.
const TREND: TimeDelta = TimeDelta::weeks(12);
/// What was paid lately.
const LATELY: TimeDelta = TimeDelta::days(30);
/// Payments of a status that are read.
const LISTED: i32 = 20;
const PAYOUTS: u64 = 10;

#[derive(Debug)]
pub(crate) struct PaymentStanding {
    pub(crate) statuses: Vec<StatusSums>,
    /// Those that wait, that are late and that were paid, each in the order they are shown in.
    pub(crate) payments: Vec<StandingPayment>,
    pub(crate) weeks: Vec<PaidWeek>,
    pub(crate) payouts: Vec<Payout>,
    pub(crate) terms: PayoutTerms,
}

#[derive(Debug, FromQueryResult)]
pub(crate) struct StatusSums {
    pub(crate) status: WriterPaymentStatus,
    pub(crate) payments: i64,
    pub(crate) cents: i64,
    pub(crate) bonuses_cents: i64,
    pub(crate) tips_cents: i64,
    pub(crate) fines_cents: i64,
    /// Of those paid lately.
    pub(crate) recent_cents: i64,
}

#[derive(Debug, FromQueryResult)]
pub(crate) struct StandingPayment {
    pub(crate) id: WriterPaymentId,
    pub(crate) order_id: Option<OrderId>,
    pub(crate) special_order_id: Option<SpecialOrderId>,
    pub(crate) amount_cents: i64,
    pub(crate) bonuses_cents: i64,
    pub(crate) tips_cents: i64,
    pub(crate) fines_cents: i64,
    pub(crate) status: WriterPaymentStatus,
    pub(crate) paid_at: Option<DateTime<Utc>>,
    pub(crate) updated_at: DateTime<Utc>,
}

/// What was paid in a week.
#[derive(Debug, FromQueryResult)]
pub(crate) struct PaidWeek {
    pub(crate) monday: NaiveDate,
    pub(crate) payments: i64,
    pub(crate) cents: i64,
}

/// Something the writer asked to be paid out.
#[derive(Debug, FromQueryResult)]
pub(crate) struct Payout {
    pub(crate) id: PayoutRequestId,
    pub(crate) amount_cents: i64,
    pub(crate) status: PayoutStatus,
    pub(crate) requested_at: DateTime<Utc>,
    pub(crate) processed_at: Option<DateTime<Utc>>,
    /// How many wait in all; the same in every row, like the next.
    pub(crate) pending: i64,
    pub(crate) pending_cents: i64,
}

/// How and when the writer can be paid.
#[derive(Clone, Copy, Debug, FromQueryResult)]
pub(crate) struct PayoutTerms {
    pub(crate) schedule: Option<PaymentSchedule>,
    /// Whether a way to pay him was checked.
    pub(crate) is_verified: bool,
}

pub(crate) async fn load(
    db: &impl ConnectionTrait,
    writer: UserId,
    now: DateTime<Utc>,
) -> Result<PaymentStanding, DbErr> {
    let (statuses, payments, weeks, payouts, terms) = try_join!(
        statuses(db, writer, now),
        payments(db, writer),
        weeks(db, writer, now),
        payouts(db, writer),
        terms(db, writer),
    )?;
    Ok(PaymentStanding { statuses, payments, weeks, payouts, terms })
}

async fn statuses(
    db: &impl ConnectionTrait,
    writer: UserId,
    now: DateTime<Utc>,
) -> Result<Vec<StatusSums>, DbErr> {
    let payment = writer_payment::COLUMN;
    writer_payment::Entity::find()
        .select_only()
        .column(writer_payment::Column::Status)
        .expr_as(count(), "payments")
        .expr_as(sum(payment.amount_cents), "cents")
        .expr_as(sum(payment.bonuses_cents), "bonuses_cents")
        .expr_as(sum(payment.tips_cents), "tips_cents")
        .expr_as(sum(payment.fines_cents), "fines_cents")
        .expr_as(sum_where(payment.amount_cents, paid_since(now - LATELY)), "recent_cents")
        .filter(rules::of(writer))
        .group_by(writer_payment::Column::Status)
        .into_model()
        .all(db)
        .await
}

async fn payments(db: &impl ConnectionTrait, writer: UserId) -> Result<Vec<StandingPayment>, DbErr> {
    use writer_payment::Column as P;
    const ROWS: &str = "rows";
    let shown = [
        P::Id,
        P::OrderId,
        P::SpecialOrderId,
        P::AmountCents,
        P::BonusesCents,
        P::TipsCents,
        P::FinesCents,
        P::Status,
        P::PaidAt,
        P::UpdatedAt,
    ];
    // What is paid has no more a day it is due on.
    let place = Expr::cust_with_exprs(
        "row_number() OVER (PARTITION BY $1
            ORDER BY CASE WHEN $1 = 'paid' THEN NULL ELSE $2 END NULLS LAST, $3 DESC, $4 DESC)",
        [P::Status, P::DueOn, P::PaidAt, P::Id].map(ColumnTrait::into_expr),
    );
    let ranked = writer_payment::Entity::find()
        .select_only()
        .columns(shown)
        .expr_as(place, "place")
        .filter(rules::of(writer))
        .filter(Condition::any().add(rules::owed()).add(rules::paid()))
        .into_query();
    let of = |name: &'static str| Expr::col((Alias::new(ROWS), Alias::new(name)));
    let mut select = Query::select();
    for column in shown {
        select.expr(Expr::col((Alias::new(ROWS), column)));
    }
    let select = select
        .from_subquery(ranked, Alias::new(ROWS))
        .and_where(of("place").lte(LISTED))
        .order_by((Alias::new(ROWS), P::Status), sea_orm::Order::Asc)
        .order_by((Alias::new(ROWS), Alias::new("place")), sea_orm::Order::Asc)
        .take();
    let rows = db.query_all(&select).await?;
    rows.iter().map(|row| StandingPayment::from_query_result(row, "")).collect()
}

async fn weeks(
    db: &impl ConnectionTrait,
    writer: UserId,
    now: DateTime<Utc>,
) -> Result<Vec<PaidWeek>, DbErr> {
    let monday = || utc_week(writer_payment::COLUMN.paid_at);
    writer_payment::Entity::find()
        .select_only()
        .expr_as(monday(), "monday")
        .expr_as(count(), "payments")
        .expr_as(sum(writer_payment::COLUMN.amount_cents), "cents")
        .filter(rules::of(writer))
        .filter(paid_since(now - TREND))
        .group_by(monday())
        .order_by_asc(monday())
        .into_model()
        .all(db)
        .await
}

async fn payouts(db: &impl ConnectionTrait, writer: UserId) -> Result<Vec<Payout>, DbErr> {
    use payout_request::Column as R;
    let processed_at =
        Expr::cust_with_exprs("coalesce($1, $2)", [R::PaidAt, R::DecidedAt].map(ColumnTrait::into_expr));
    let of_pending = |sql: &'static str| {
        Expr::cust_with_exprs(sql, [R::Status, R::AmountCents].map(ColumnTrait::into_expr))
    };
    payout_request::Entity::find()
        .select_only()
        .columns([R::Id, R::AmountCents, R::Status])
        .column_as(R::CreatedAt, "requested_at")
        .expr_as(processed_at, "processed_at")
        .expr_as(of_pending("count(*) FILTER (WHERE $1 = 'pending') OVER ()"), "pending")
        .expr_as(
            of_pending("coalesce(sum($2) FILTER (WHERE $1 = 'pending') OVER (), 0)::bigint"),
            "pending_cents",
        )
        .filter(payout_request::COLUMN.user_id.eq(writer))
        .order_by_desc(R::CreatedAt)
        .order_by_desc(R::Id)
        .limit(PAYOUTS)
        .into_model()
        .all(db)
        .await
}

/// The user's row is there, whether or not he has a profile.
async fn terms(db: &impl ConnectionTrait, writer: UserId) -> Result<PayoutTerms, DbErr> {
    use payout_method::Column as M;
    let profile = user::Entity::belongs_to(writer_profile::Entity)
        .from(user::Column::Id)
        .to(writer_profile::Column::UserId)
        .into();
    let verified = Query::select()
        .expr(Expr::val(1))
        .from(payout_method::Entity)
        .and_where(M::UserId.into_expr().eq(user::Column::Id.into_expr()))
        .and_where(M::VerifiedAt.into_expr().is_not_null())
        .and_where(M::DeletedAt.into_expr().is_null())
        .take();
    user::Entity::find()
        .select_only()
        .column_as(writer_profile::Column::PaymentSchedule, "schedule")
        .expr_as(Expr::exists(verified), "is_verified")
        .join(sea_orm::JoinType::LeftJoin, profile)
        .filter(user::COLUMN.id.eq(writer))
        .into_model()
        .require_one(db)
        .await
}
