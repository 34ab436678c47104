//! An order's price, and what was paid of it.

use chrono::{DateTime, Utc};
use sea_orm::{DbErr, FromQueryResult, JoinType, QueryOrder, QuerySelect, Select, entity::prelude::*};
use tally_entity::{
    InvoiceId, OrderId, PaymentId, PaymentMethod, PaymentStatus, PaymentType, UserId, WebsiteScope, order,
    payment, website,
};
use tokio::try_join;

use crate::invoices::repository::installments::{self, Installment, Owner};

/// Whose orders somebody sees.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Viewer {
    Client(UserId),
    Staff(WebsiteScope),
}

#[derive(Debug, FromQueryResult)]
pub(crate) struct Order {
    pub(crate) id: OrderId,
    pub(crate) total_price_cents: i64,
    pub(crate) currency: String,
}

#[derive(Debug, FromQueryResult)]
pub(crate) struct OnePayment {
    pub(crate) id: PaymentId,
    pub(crate) amount_cents: i64,
    pub(crate) refunded_cents: i64,
    pub(crate) status: PaymentStatus,
    pub(crate) method: Option<PaymentMethod>,
    pub(crate) payment_type: PaymentType,
    pub(crate) reference_id: Uuid,
    pub(crate) transaction_id: Option<String>,
    pub(crate) effective_at: DateTime<Utc>,
    pub(crate) confirmed_at: Option<DateTime<Utc>>,
    pub(crate) created_at: DateTime<Utc>,
}

#[derive(Debug)]
pub(crate) struct Paid {
    pub(crate) order: Order,
    /// Newest first.
    pub(crate) payments: Vec<OnePayment>,
    /// The next due first.
    pub(crate) installments: Vec<Installment>,
}

/// Nothing when he sees no such order.
pub(crate) async fn find(
    db: &impl ConnectionTrait,
    viewer: Viewer,
    id: OrderId,
) -> Result<Option<Paid>, DbErr> {
    let payments = with_columns().filter(payment::COLUMN.order_id.eq(id)).into_model().all(db);
    let installments = installments::of_owner(db, Owner::Order(id));
    let (order, payments, installments) = try_join!(order(db, viewer, id), payments, installments)?;
    Ok(order.map(|order| Paid { order, payments, installments }))
}

/// Newest first.
pub(crate) async fn of_invoice(db: &impl ConnectionTrait, id: InvoiceId) -> Result<Vec<OnePayment>, DbErr> {
    with_columns().filter(payment::COLUMN.invoice_id.eq(id)).into_model().all(db).await
}

async fn order(db: &impl ConnectionTrait, viewer: Viewer, id: OrderId) -> Result<Option<Order>, DbErr> {
    use order::Column::{Id, TotalPriceCents, WebsiteId};
    let own = match viewer {
        Viewer::Client(me) => order::COLUMN.client_id.eq(me).into(),
        Viewer::Staff(scope) => scope.of(order::COLUMN.website_id),
    };
    let website = order::Entity::belongs_to(website::Entity).from(WebsiteId).to(website::Column::Id).into();
    order::Entity::find()
        .select_only()
        .columns([Id, TotalPriceCents])
        .column(website::Column::Currency)
        .join(JoinType::InnerJoin, website)
        .filter(own)
        .filter(order::rules::counted())
        .filter(order::COLUMN.id.eq(id))
        .into_model()
        .one(db)
        .await
}

fn with_columns() -> Select<payment::Entity> {
    use payment::Column as P;
    payment::Entity::find()
        .select_only()
        .columns([P::Id, P::AmountCents, P::RefundedCents, P::Status, P::Method, P::PaymentType])
        .columns([P::ReferenceId, P::TransactionId, P::EffectiveAt, P::ConfirmedAt, P::CreatedAt])
        .order_by_desc(P::CreatedAt)
        .order_by_desc(P::Id)
}
