//! Installments, whatever they are a part of.

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{
    Condition, DbErr, ExprTrait, FromQueryResult, QueryOrder, QuerySelect, QueryTrait, Select,
    entity::prelude::*,
    sea_query::{NullOrdering, Order as Direction, SelectStatement},
};
use tally_db::aggregate::count;
use tally_entity::{
    ClassBundleId, InstallmentId, InvoiceId, OrderId, PaymentId, SpecialOrderId, UserId, WebsiteScope,
    class_bundle,
    installment::{self, rules},
    invoice, order, special_order,
};
use tokio::try_join;

#[derive(Debug, FromQueryResult)]
pub(crate) struct Installment {
    pub(crate) id: InstallmentId,
    pub(crate) class_bundle_id: Option<ClassBundleId>,
    pub(crate) special_order_id: Option<SpecialOrderId>,
    pub(crate) order_id: Option<OrderId>,
    pub(crate) invoice_id: Option<InvoiceId>,
    pub(crate) number: i32,
    pub(crate) amount_cents: i64,
    pub(crate) due_on: Option<NaiveDate>,
    pub(crate) paid_at: Option<DateTime<Utc>>,
    pub(crate) paid_by_id: Option<UserId>,
    pub(crate) payment_id: Option<PaymentId>,
    pub(crate) cancelled_at: Option<DateTime<Utc>>,
    pub(crate) created_at: DateTime<Utc>,
}

/// Who looks at installments.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Viewer {
    Client(UserId),
    Staff(WebsiteScope),
    /// Sees none.
    Nobody,
}

/// What installments are a part of.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Owner {
    Order(OrderId),
    Invoice(InvoiceId),
}

/// The kinds of what installments are a part of.
#[derive(Clone, Copy, Debug)]
pub(crate) enum OwnerKind {
    ClassBundle,
    SpecialOrder,
    Order,
    Invoice,
}

/// Where an installment stands.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Standing {
    Paid,
    Unpaid,
    Overdue,
    Cancelled,
}

/// Which installments are wanted; what is absent narrows nothing.
#[derive(Clone, Debug, Default)]
pub(crate) struct Wanted {
    /// Any of these; none of all, when the list is there and empty. Likewise the next.
    pub(crate) owners: Option<Vec<OwnerKind>>,
    pub(crate) standings: Option<Vec<Standing>>,
    pub(crate) order: Option<OrderId>,
    pub(crate) special_order: Option<SpecialOrderId>,
    pub(crate) class_bundle: Option<ClassBundleId>,
    pub(crate) invoice: Option<InvoiceId>,
    /// Due on it or later.
    pub(crate) from: Option<NaiveDate>,
    /// Due before it.
    pub(crate) until: Option<NaiveDate>,
}

/// How many there are, and `limit` of them after the first `offset`, the next due first.
pub(crate) async fn load(
    db: &impl ConnectionTrait,
    viewer: Viewer,
    wanted: &Wanted,
    (limit, offset): (u64, u64),
    today: NaiveDate,
) -> Result<(i64, Vec<Installment>), DbErr> {
    let rows =
        installment::Entity::find().select_only().filter(viewer.sees()).filter(wanted.condition(today));
    let page = with_columns(rows.clone()).limit(limit).offset(offset).into_model().all(db);
    try_join!(rows.expr_as(count(), "count").into_tuple().require_one(db), page)
}

/// All of one thing. Whether their reader may see it is not looked at.
pub(crate) async fn of_owner(db: &impl ConnectionTrait, owner: Owner) -> Result<Vec<Installment>, DbErr> {
    let whose = match owner {
        Owner::Order(id) => installment::COLUMN.order_id.eq(id),
        Owner::Invoice(id) => installment::COLUMN.invoice_id.eq(id),
    };
    with_columns(installment::Entity::find().select_only().filter(whose)).into_model().all(db).await
}

fn with_columns(rows: Select<installment::Entity>) -> Select<installment::Entity> {
    use installment::Column as I;
    rows.columns([I::Id, I::ClassBundleId, I::SpecialOrderId, I::OrderId, I::InvoiceId])
        .column_as(I::InstallmentNumber, "number")
        .columns([I::AmountCents, I::DueOn, I::PaidAt, I::PaidById, I::PaymentId])
        .columns([I::CancelledAt, I::CreatedAt])
        .order_by_with_nulls(I::DueOn, Direction::Asc, NullOrdering::Last)
        .order_by_asc(I::Id)
}

impl Viewer {
    fn sees(self) -> Condition {
        use installment::Column::{ClassBundleId, InvoiceId, OrderId, SpecialOrderId};
        match self {
            Self::Staff(scope) => scope.of(installment::COLUMN.website_id),
            Self::Nobody => Condition::all().add(Expr::val(false)),
            Self::Client(me) => Condition::any()
                .add(OrderId.in_subquery(own(order::Entity, order::Column::Id, order::Column::ClientId, me)))
                .add(SpecialOrderId.in_subquery(own(
                    special_order::Entity,
                    special_order::Column::Id,
                    special_order::Column::ClientId,
                    me,
                )))
                .add(ClassBundleId.in_subquery(own(
                    class_bundle::Entity,
                    class_bundle::Column::Id,
                    class_bundle::Column::ClientId,
                    me,
                )))
                .add(InvoiceId.in_subquery(own(
                    invoice::Entity,
                    invoice::Column::Id,
                    invoice::Column::ClientId,
                    me,
                ))),
        }
    }
}

/// The ids of what belongs to a client.
fn own<E: EntityTrait>(_: E, id: E::Column, client: E::Column, me: UserId) -> SelectStatement {
    E::find().select_only().column(id).filter(client.into_expr().eq(me)).into_query()
}

impl Wanted {
    fn condition(&self, today: NaiveDate) -> Condition {
        let Self { owners, standings, order, special_order, class_bundle, invoice, from, until } = self;
        let row = installment::COLUMN;
        let none = || Condition::any().add(Expr::val(false));
        let owners = owners.as_ref().map(|kinds| {
            kinds.iter().fold(none(), |any, kind| {
                any.add(match kind {
                    OwnerKind::ClassBundle => row.class_bundle_id.is_not_null(),
                    OwnerKind::SpecialOrder => row.special_order_id.is_not_null(),
                    OwnerKind::Order => row.order_id.is_not_null(),
                    OwnerKind::Invoice => row.invoice_id.is_not_null(),
                })
            })
        });
        let standings = standings.as_ref().map(|standings| {
            standings.iter().fold(none(), |any, standing| any.add(standing.condition(today)))
        });
        Condition::all()
            .add_option(owners)
            .add_option(standings)
            .add_option(order.map(|id| row.order_id.eq(id)))
            .add_option(special_order.map(|id| row.special_order_id.eq(id)))
            .add_option(class_bundle.map(|id| row.class_bundle_id.eq(id)))
            .add_option(invoice.map(|id| row.invoice_id.eq(id)))
            .add_option(from.map(|from| row.due_on.gte(from)))
            .add_option(until.map(|until| row.due_on.lt(until)))
    }
}

impl Standing {
    fn condition(self, today: NaiveDate) -> Condition {
        let counted = Condition::all().add(rules::counted());
        match self {
            Self::Cancelled => Condition::all().add(rules::counted().not()),
            Self::Paid => counted.add(rules::paid()),
            Self::Unpaid => counted.add(rules::unpaid(today)),
            Self::Overdue => counted.add(rules::overdue(today)),
        }
    }
}
