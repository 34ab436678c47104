//! Bills.

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{
    Condition, DbErr, ExprTrait, FromQueryResult, QueryOrder, QuerySelect, Select,
    entity::prelude::*,
    sea_query::{Func, Query},
};
use tally_db::{aggregate::count, search::has_words};
use tally_entity::{
    ClassBundleId, ExpressClassId, InvoiceId, OrderId, PaymentId, SpecialOrderId, UserId, WebsiteScope,
    invoice, payment,
    refs::{UserName, WebsiteName},
};
use tokio::try_join;

/// Whose bills somebody sees.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Viewer {
    Client(UserId),
    Staff(WebsiteScope),
}

/// Where a bill stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Standing {
    Paid,
    Unpaid,
    Overdue,
    Cancelled,
}

/// Which bills are wanted; what is absent narrows nothing.
#[derive(Clone, Debug, Default)]
pub(crate) struct Wanted {
    /// Any of these; none of all, when the list is there and empty.
    pub(crate) standings: Option<Vec<Standing>>,
    pub(crate) client: Option<UserId>,
    pub(crate) search: Option<String>,
}

#[derive(Debug, FromQueryResult)]
pub(crate) struct Invoice {
    pub(crate) id: InvoiceId,
    pub(crate) reference_id: Uuid,
    #[sea_orm(nested(prefix = "client_"))]
    pub(crate) client: Option<UserName>,
    pub(crate) recipient_email: String,
    pub(crate) recipient_name: String,
    #[sea_orm(nested(prefix = "website_"))]
    pub(crate) website: WebsiteName,
    #[sea_orm(nested(prefix = "issuer_"))]
    pub(crate) issuer: Option<UserName>,
    pub(crate) title: String,
    pub(crate) purpose: String,
    pub(crate) description: String,
    pub(crate) amount_cents: i64,
    pub(crate) currency: String,
    pub(crate) due_on: NaiveDate,
    pub(crate) paid_at: Option<DateTime<Utc>>,
    pub(crate) sent_at: Option<DateTime<Utc>>,
    pub(crate) cancelled_at: Option<DateTime<Utc>>,
    pub(crate) order_id: Option<OrderId>,
    pub(crate) special_order_id: Option<SpecialOrderId>,
    pub(crate) class_bundle_id: Option<ClassBundleId>,
    pub(crate) express_class_id: Option<ExpressClassId>,
    /// The newest that is income.
    pub(crate) payment_id: Option<PaymentId>,
    pub(crate) created_at: DateTime<Utc>,
    pub(crate) updated_at: DateTime<Utc>,
}

/// How many there are, and `limit` of them after the first `offset`, newest first.
pub(crate) async fn load(
    db: &impl ConnectionTrait,
    viewer: Viewer,
    wanted: &Wanted,
    (limit, offset): (u64, u64),
    today: NaiveDate,
) -> Result<(i64, Vec<Invoice>), DbErr> {
    let rows = invoice::Entity::find().select_only().filter(viewer.sees()).filter(wanted.condition(today));
    let page = with_columns(rows.clone())
        .order_by_desc(invoice::Column::CreatedAt)
        .order_by_desc(invoice::Column::Id)
        .limit(limit)
        .offset(offset)
        .into_model()
        .all(db);
    try_join!(rows.expr_as(count(), "count").into_tuple().require_one(db), page)
}

/// Nothing when he sees no such bill.
pub(crate) async fn find(
    db: &impl ConnectionTrait,
    viewer: Viewer,
    id: InvoiceId,
) -> Result<Option<Invoice>, DbErr> {
    let rows = invoice::Entity::find().select_only().filter(viewer.sees());
    with_columns(rows.filter(invoice::COLUMN.id.eq(id))).into_model().one(db).await
}

impl Viewer {
    fn sees(self) -> Condition {
        match self {
            Self::Client(me) => invoice::COLUMN.client_id.eq(me).into(),
            Self::Staff(scope) => scope.of(invoice::COLUMN.website_id),
        }
    }
}

fn with_columns(rows: Select<invoice::Entity>) -> Select<invoice::Entity> {
    use invoice::Column as I;
    let payment = Query::select()
        .column((payment::Entity, payment::Column::Id))
        .from(payment::Entity)
        .and_where(payment::Column::InvoiceId.into_expr().eq(I::Id.into_expr()))
        .and_where(payment::rules::income())
        .order_by((payment::Entity, payment::Column::Id), sea_orm::Order::Desc)
        .limit(1)
        .take();
    let rows = rows
        .columns([I::Id, I::ReferenceId, I::RecipientEmail, I::RecipientName, I::Title, I::Purpose])
        .columns([I::Description, I::AmountCents, I::Currency, I::DueOn, I::PaidAt, I::SentAt])
        .columns([I::CancelledAt, I::OrderId, I::SpecialOrderId, I::ClassBundleId, I::ExpressClassId])
        .columns([I::CreatedAt, I::UpdatedAt])
        .expr_as(Expr::SubQuery(None, Box::new(payment.into())), "payment_id");
    let rows = UserName::join(rows, I::ClientId, "client");
    let rows = UserName::join(rows, I::IssuedById, "issuer");
    WebsiteName::join(rows, I::WebsiteId)
}

impl Wanted {
    fn condition(&self, today: NaiveDate) -> Condition {
        let Self { standings, client, search } = self;
        let standings = standings.as_ref().map(|standings| {
            let none = Condition::any().add(Expr::val(false));
            standings.iter().fold(none, |any, standing| any.add(standing.condition(today)))
        });
        Condition::all()
            .add_option(standings)
            .add_option(client.map(|client| invoice::COLUMN.client_id.eq(client)))
            .add_option(search.as_deref().map(searched))
    }
}

impl Standing {
    fn condition(self, today: NaiveDate) -> Condition {
        let invoice = invoice::COLUMN;
        let open = Condition::all().add(invoice.cancelled_at.is_null()).add(invoice.paid_at.is_null());
        match self {
            Self::Cancelled => invoice.cancelled_at.is_not_null().into(),
            Self::Paid => invoice.paid_at.is_not_null().into(),
            Self::Overdue => open.add(invoice.due_on.lt(today)),
            Self::Unpaid => open.add(invoice.due_on.gte(today)),
        }
    }
}

fn searched(query: &str) -> Condition {
    use invoice::Column::{RecipientEmail, RecipientName, Title};
    let texts = [Title, RecipientEmail, RecipientName].map(ColumnTrait::into_expr);
    let text = Func::cust("concat_ws").args([Expr::val(" ")].into_iter().chain(texts));
    let (invoice, query) = (invoice::COLUMN, query.trim());
    Condition::any()
        .add(has_words(Expr::from(text), query))
        .add_option(query.parse().ok().map(|id| invoice.id.eq(InvoiceId(id))))
        .add_option(query.parse::<Uuid>().ok().map(|reference| invoice.reference_id.eq(reference)))
}
