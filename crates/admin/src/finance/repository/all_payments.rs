//! What writers were and will be paid.

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{
    Condition, DbErr, ExprTrait, FromQueryResult, JoinType, QueryOrder, QuerySelect, QueryTrait, Select,
    entity::prelude::*,
    sea_query::{Alias, Func, Query, SelectStatement},
};
use tally_db::aggregate::{count, sum};
use tally_entity::{
    UserId, WebsiteScope, WriterPaymentId, WriterPaymentKind, WriterPaymentStatus, class_bundle, order,
    special_order, user, writer_payment, writer_profile,
};
use tokio::try_join;

#[derive(Debug, FromQueryResult)]
pub(crate) struct Totals {
    pub(crate) payments: i64,
    pub(crate) cents: i64,
}

#[derive(Debug, FromQueryResult)]
pub(crate) struct WriterPayment {
    pub(crate) id: WriterPaymentId,
    pub(crate) writer_id: UserId,
    pub(crate) username: String,
    pub(crate) email: String,
    pub(crate) first_name: String,
    pub(crate) last_name: String,
    pub(crate) registration_id: Option<String>,
    pub(crate) kind: WriterPaymentKind,
    pub(crate) status: WriterPaymentStatus,
    pub(crate) amount_cents: i64,
    pub(crate) bonuses_cents: i64,
    pub(crate) tips_cents: i64,
    pub(crate) fines_cents: i64,
    pub(crate) due_on: Option<NaiveDate>,
    pub(crate) paid_at: Option<DateTime<Utc>>,
    /// Pieces of work it is for.
    pub(crate) works: i64,
    /// What clients pay for them.
    pub(crate) client_cents: i64,
}

/// Which payments are wanted; what is absent narrows nothing.
#[derive(Clone, Debug)]
pub(crate) struct Wanted {
    pub(crate) writer: Option<UserId>,
    pub(crate) statuses: Option<Vec<WriterPaymentStatus>>,
    /// Paid or due not before.
    pub(crate) from: Option<DateTime<Utc>>,
    /// Paid or due before.
    pub(crate) until: Option<DateTime<Utc>>,
}

/// All of them in sum, and the first `limit`: those not paid yet, then the last paid.
pub(crate) async fn load(
    db: &impl ConnectionTrait,
    scope: WebsiteScope,
    wanted: &Wanted,
    limit: u64,
) -> Result<(Totals, Vec<WriterPayment>), DbErr> {
    let rows = writer_payment::Entity::find()
        .select_only()
        .filter(scope.of(writer_payment::COLUMN.website_id))
        .filter(wanted.condition());
    let totals = rows
        .clone()
        .expr_as(count(), "payments")
        .expr_as(sum(writer_payment::COLUMN.amount_cents), "cents")
        .into_model()
        .require_one(db);
    let page = with_columns(rows)
        .order_by_desc(writer_payment::Column::PaidAt)
        .order_by_desc(writer_payment::Column::Id)
        .limit(limit)
        .into_model()
        .all(db);
    try_join!(totals, page)
}

impl Wanted {
    fn condition(&self) -> Condition {
        let Self { writer, statuses, from, until } = self;
        let pay = writer_payment::COLUMN;
        let at = Expr::from(Func::coalesce([
            writer_payment::Column::PaidAt.into_expr(),
            midnight(writer_payment::Column::DueOn.into_expr()),
        ]));
        Condition::all()
            .add_option(writer.map(|id| pay.writer_id.eq(id)))
            .add_option(statuses.clone().map(|statuses| pay.status.is_in(statuses)))
            .add_option(from.map(|from| at.clone().gte(from)))
            .add_option(until.map(|until| at.lt(until)))
    }
}

/// The first instant of a day.
fn midnight(day: Expr) -> Expr {
    Expr::cust_with_expr("($1::timestamp AT TIME ZONE 'UTC')", day)
}

fn with_columns(rows: Select<writer_payment::Entity>) -> Select<writer_payment::Entity> {
    use writer_payment::Column::{
        AmountCents, BonusesCents, ClassBundleId, DueOn, FinesCents, Id, Kind, OrderId, PaidAt,
        SpecialOrderId, Status, TipsCents, WriterId,
    };
    let of_period = |column: &'static str| Expr::col((Alias::new(PERIOD), Alias::new(column)));
    let is_period = writer_payment::COLUMN.kind.eq(WriterPaymentKind::Period);
    let price = Func::coalesce([
        of_period("cents"),
        order::Column::TotalPriceCents.into_expr(),
        special_order::Column::TotalCostCents.into_expr(),
        class_bundle::Column::TotalPriceCents.into_expr(),
        Expr::val(0_i64),
    ]);
    let one = Expr::cust_with_exprs(
        "num_nonnulls($1, $2, $3)::bigint",
        [OrderId, SpecialOrderId, ClassBundleId].map(ColumnTrait::into_expr),
    );
    let mut rows = rows
        .columns([Id, WriterId, Kind, Status, AmountCents, BonusesCents, TipsCents, FinesCents])
        .columns([DueOn, PaidAt])
        .columns([user::Column::Username, user::Column::Email])
        .columns([user::Column::FirstName, user::Column::LastName])
        .column(writer_profile::Column::RegistrationId)
        .expr_as(Func::coalesce([of_period("works"), one]), "works")
        .expr_as(price, "client_cents")
        .join(JoinType::InnerJoin, to(WriterId, user::Entity, user::Column::Id))
        .join(JoinType::LeftJoin, to(WriterId, writer_profile::Entity, writer_profile::Column::UserId))
        .join(JoinType::LeftJoin, to(OrderId, order::Entity, order::Column::Id))
        .join(JoinType::LeftJoin, to(SpecialOrderId, special_order::Entity, special_order::Column::Id))
        .join(JoinType::LeftJoin, to(ClassBundleId, class_bundle::Entity, class_bundle::Column::Id));
    QueryTrait::query(&mut rows).join_lateral(JoinType::LeftJoin, completed(), Alias::new(PERIOD), is_period);
    rows
}

/// What the orders of a period are called in the statement, and the table itself beside the single order.
const PERIOD: &str = "period";
const DONE: &str = "done";

/// The paid orders that the writer completed in the period of the payment.
fn completed() -> SelectStatement {
    use writer_payment::Column::{PeriodFromOn, PeriodToOn, WriterId};
    let of = |column: order::Column| Expr::col((Alias::new(DONE), column));
    let day_after = Expr::cust_with_expr("($1 + 1)", PeriodToOn.into_expr());
    Query::select()
        .expr_as(count(), Alias::new("works"))
        .expr_as(sum(of(order::Column::TotalPriceCents)), Alias::new("cents"))
        .from_as(order::Entity, Alias::new(DONE))
        .and_where(of(order::Column::AssignedWriterId).eq(WriterId.into_expr()))
        .and_where(of(order::Column::DeletedAt).is_null())
        .and_where(of(order::Column::IsPaid))
        .and_where(of(order::Column::CompletedAt).gte(midnight(PeriodFromOn.into_expr())))
        .and_where(of(order::Column::CompletedAt).lt(midnight(day_after)))
        .take()
}

fn to<E: EntityTrait>(from: writer_payment::Column, table: E, key: E::Column) -> RelationDef {
    writer_payment::Entity::belongs_to(table).from(from).to(key).into()
}
