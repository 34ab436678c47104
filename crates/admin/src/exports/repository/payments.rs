//! What was paid, newest first.

use chrono::{DateTime, Utc};
use sea_orm::{
    Condition, DatabaseConnection, DbErr, FromQueryResult, JoinType, QueryOrder, QuerySelect, QueryTrait,
    entity::prelude::*,
};
use tally_db::Cursor;
use tally_entity::{
    OrderId, PaymentId, PaymentMethod, PaymentStatus, PaymentType, UserId, WebsiteScope, payment, user,
    website,
};

#[derive(Debug, FromQueryResult)]
pub(crate) struct PaymentLine {
    pub(crate) id: PaymentId,
    pub(crate) reference_id: Uuid,
    pub(crate) transaction_id: Option<String>,
    pub(crate) client_id: Option<UserId>,
    pub(crate) client_email: Option<String>,
    pub(crate) order_id: Option<OrderId>,
    pub(crate) payment_type: PaymentType,
    pub(crate) amount_cents: i64,
    pub(crate) original_amount_cents: Option<i64>,
    pub(crate) discount_cents: i64,
    pub(crate) status: PaymentStatus,
    pub(crate) method: Option<PaymentMethod>,
    pub(crate) created_at: DateTime<Utc>,
    pub(crate) confirmed_at: Option<DateTime<Utc>>,
    pub(crate) website: String,
}

/// Which payments are wanted; what is absent narrows nothing.
#[derive(Debug)]
pub(crate) struct Wanted {
    pub(crate) statuses: Option<Vec<PaymentStatus>>,
    pub(crate) types: Option<Vec<PaymentType>>,
    /// Made not before.
    pub(crate) from: Option<DateTime<Utc>>,
    /// Made before.
    pub(crate) until: Option<DateTime<Utc>>,
}

pub(crate) async fn open(
    db: &DatabaseConnection,
    scope: WebsiteScope,
    wanted: &Wanted,
) -> Result<Cursor<PaymentLine>, DbErr> {
    use payment::Column::{
        AmountCents, ClientId, ConfirmedAt, CreatedAt, DiscountCents, Id, Method, OrderId,
        OriginalAmountCents, PaymentType, ReferenceId, Status, TransactionId, WebsiteId,
    };
    let client = payment::Entity::belongs_to(user::Entity).from(ClientId).to(user::Column::Id).into();
    let website = payment::Entity::belongs_to(website::Entity).from(WebsiteId).to(website::Column::Id).into();
    let payments = payment::Entity::find()
        .select_only()
        .columns([Id, ReferenceId, TransactionId, ClientId, OrderId, PaymentType, AmountCents])
        .columns([OriginalAmountCents, DiscountCents, Status, Method, CreatedAt, ConfirmedAt])
        .column_as(user::Column::Email, "client_email")
        .column_as(website::Column::Name, "website")
        .join(JoinType::LeftJoin, client)
        .join(JoinType::InnerJoin, website)
        .filter(scope.of(payment::COLUMN.website_id))
        .filter(wanted.condition())
        .order_by_desc(CreatedAt)
        .order_by_desc(Id);
    Cursor::open(db, "exported_payments", payments.as_query()).await
}

impl Wanted {
    fn condition(&self) -> Condition {
        let Self { statuses, types, from, until } = self;
        let payment = payment::COLUMN;
        Condition::all()
            .add_option(statuses.clone().map(|statuses| payment.status.is_in(statuses)))
            .add_option(types.clone().map(|types| payment.payment_type.is_in(types)))
            .add_option(from.map(|from| payment.created_at.gte(from)))
            .add_option(until.map(|until| payment.created_at.lt(until)))
    }
}
