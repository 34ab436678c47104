//! One part of the list of tips, and the sums of the whole of it.

use chrono::{DateTime, Utc};
use sea_orm::{
    Condition, DbErr, ExprTrait, FromQueryResult, JoinType, QueryOrder, QuerySelect, RelationDef, Select,
    entity::prelude::*,
    sea_query::{Alias, Query, SelectStatement},
};
use tally_entity::{
    ClassBundleId, OrderId, PaymentId, PaymentStatus, TipId, TipPaymentStatus, TipType, UserId, WebsiteId,
    WebsiteScope, order, payment, tip, user, writer_level, writer_profile,
};
use tokio::try_join;

use super::sums::{TipSums, sent, with_sums};

/// Which tips are wanted; what is absent narrows nothing.
#[derive(Clone, Debug, Default)]
pub(crate) struct Wanted {
    pub(crate) tip_type: Option<String>,
    pub(crate) payment_status: Option<String>,
    pub(crate) writer: Option<UserId>,
    pub(crate) client: Option<UserId>,
    pub(crate) from: Option<DateTime<Utc>>,
    pub(crate) until: Option<DateTime<Utc>>,
}

#[derive(Debug, FromQueryResult)]
pub(crate) struct ListedTip {
    pub(crate) id: TipId,
    pub(crate) website_id: WebsiteId,
    pub(crate) tip_type: TipType,
    pub(crate) reason: String,
    pub(crate) sent_at: DateTime<Utc>,
    pub(crate) order_id: Option<OrderId>,
    pub(crate) order_topic: Option<String>,
    pub(crate) class_bundle_id: Option<ClassBundleId>,
    pub(crate) amount_cents: i64,
    pub(crate) writer_earning_cents: i64,
    pub(crate) platform_profit_cents: i64,
    /// The writer's, in hundredths of a percent.
    pub(crate) share: i64,
    pub(crate) level: Option<String>,
    pub(crate) payment_status: TipPaymentStatus,
    pub(crate) writer_id: UserId,
    pub(crate) writer_username: String,
    pub(crate) writer_first_name: String,
    pub(crate) writer_last_name: String,
    pub(crate) writer_pen_name: Option<String>,
    pub(crate) client_id: UserId,
    pub(crate) client_username: String,
    pub(crate) client_first_name: String,
    pub(crate) client_last_name: String,
    #[sea_orm(nested)]
    pub(crate) payment: Option<TipPayment>,
}

/// How a tip was paid; the last attempt, when there were more.
#[derive(Debug, FromQueryResult)]
pub(crate) struct TipPayment {
    pub(crate) payment_id: PaymentId,
    pub(crate) paid_status: PaymentStatus,
    pub(crate) paid_cents: i64,
}

/// The sums of all that is wanted, and `limit` of them after the first `offset`, newest first.
pub(crate) async fn load(
    db: &impl ConnectionTrait,
    scope: WebsiteScope,
    wanted: &Wanted,
    limit: u64,
    offset: u64,
) -> Result<(TipSums, Vec<ListedTip>), DbErr> {
    let tips =
        tip::Entity::find().select_only().filter(scope.of(tip::COLUMN.website_id)).filter(wanted.condition());
    let rows = with_columns(tips.clone())
        .order_by_desc(tip::Column::SentAt)
        .order_by_desc(tip::Column::Id)
        .limit(limit)
        .offset(offset)
        .into_model()
        .all(db);
    try_join!(with_sums(tips).into_model().require_one(db), rows)
}

pub(super) fn with_columns(tips: Select<tip::Entity>) -> Select<tip::Entity> {
    use tip::Column::{
        AmountCents, ClassBundleId, ClientId, Id, OrderId, PaymentStatus, PlatformProfitCents, Reason,
        SentAt, TipType, WebsiteId, WriterEarningCents, WriterId, WriterLevelId, WriterPct,
    };
    let order = tip::Entity::belongs_to(order::Entity).from(OrderId).to(order::Column::Id);
    let level =
        tip::Entity::belongs_to(writer_level::Entity).from(WriterLevelId).to(writer_level::Column::Id);
    let mut tips = tips
        .columns([Id, WebsiteId, TipType, Reason, SentAt, OrderId, ClassBundleId, PaymentStatus])
        .columns([AmountCents, WriterEarningCents, PlatformProfitCents, WriterId, ClientId])
        .expr_as(Expr::cust_with_expr("($1 * 100)::bigint", WriterPct.into_expr()), "share")
        .column_as(order::Column::Topic, "order_topic")
        .column_as(writer_level::Column::Name, "level")
        .join(JoinType::LeftJoin, order.into())
        .join(JoinType::LeftJoin, level.into());
    for (alias, column) in [("writer", WriterId), ("client", ClientId)] {
        tips = with_person(tips, alias, column);
    }
    let profile: RelationDef = tip::Entity::belongs_to(writer_profile::Entity)
        .from(WriterId)
        .to(writer_profile::Column::UserId)
        .into();
    tips =
        tips.column_as(writer_profile::Column::PenName, "writer_pen_name").join(JoinType::LeftJoin, profile);
    let payment = Alias::new("paid");
    for column in ["payment_id", "paid_status", "paid_cents"] {
        tips = tips.expr_as(Expr::col((payment.clone(), Alias::new(column))), column);
    }
    QuerySelect::query(&mut tips).join_lateral(JoinType::LeftJoin, last_payment(), payment, Expr::val(true));
    tips
}

fn with_person(tips: Select<tip::Entity>, alias: &'static str, column: tip::Column) -> Select<tip::Entity> {
    use user::Column::{FirstName, LastName, Username};
    let person: RelationDef = tip::Entity::belongs_to(user::Entity).from(column).to(user::Column::Id).into();
    let named = |column: user::Column| Expr::col((Alias::new(alias), column));
    tips.expr_as(named(Username), format!("{alias}_username"))
        .expr_as(named(FirstName), format!("{alias}_first_name"))
        .expr_as(named(LastName), format!("{alias}_last_name"))
        .join_as(JoinType::InnerJoin, person, Alias::new(alias))
}

fn last_payment() -> SelectStatement {
    let column = |column: payment::Column| column.into_expr();
    Query::select()
        .expr_as(column(payment::Column::Id), "payment_id")
        .expr_as(column(payment::Column::Status), "paid_status")
        .expr_as(column(payment::Column::AmountCents), "paid_cents")
        .from(payment::Entity)
        .and_where(column(payment::Column::TipId).eq(tip::Column::Id.into_expr()))
        .order_by((payment::Entity, payment::Column::Id), sea_orm::Order::Desc)
        .limit(1)
        .take()
}

impl Wanted {
    fn condition(&self) -> Condition {
        let Self { tip_type, payment_status, writer, client, from, until } = self;
        let word = |column: tip::Column, word: &String| column.into_expr().eq(word.as_str());
        sent(*from, *until)
            .add_option(tip_type.as_ref().map(|kind| word(tip::Column::TipType, kind)))
            .add_option(payment_status.as_ref().map(|status| word(tip::Column::PaymentStatus, status)))
            .add_option(writer.map(|id| tip::COLUMN.writer_id.eq(id)))
            .add_option(client.map(|id| tip::COLUMN.client_id.eq(id)))
    }
}
