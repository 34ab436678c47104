use chrono::{DateTime, Utc};
use sea_orm::{
    Condition, DbErr, FromQueryResult, Order, QueryOrder, QuerySelect,
    entity::prelude::*,
    sea_query::{Expr, NullOrdering},
};
use tally_db::search::starts_with;
use tally_entity::{OrderId, PaymentId, PaymentStatus, Role, payment};

use super::Search;

#[derive(Debug, FromQueryResult)]
pub(crate) struct FoundPayment {
    pub(crate) id: PaymentId,
    pub(crate) reference_id: Uuid,
    pub(crate) transaction_id: Option<String>,
    pub(crate) amount_cents: i64,
    pub(crate) status: PaymentStatus,
    pub(crate) order_id: Option<OrderId>,
    pub(crate) created_at: DateTime<Utc>,
}

/// What is named in whole comes first.
pub(super) async fn load(db: &impl ConnectionTrait, search: &Search<'_>) -> Result<Vec<FoundPayment>, DbErr> {
    use payment::Column::{AmountCents, CreatedAt, Id, OrderId, ReferenceId, Status, TransactionId};
    let payment = payment::COLUMN;
    let own = match search.role {
        Role::Client => payment.client_id.eq(search.caller).into(),
        _ => search.scope.of(payment.website_id),
    };
    let exactly = Condition::any()
        .add(payment.transaction_id.eq(search.query))
        .add_option(search.number().map(|id| payment.id.eq(PaymentId(id))))
        .add_option(search.query.parse::<Uuid>().ok().map(|id| payment.reference_id.eq(id)));
    payment::Entity::find()
        .select_only()
        .columns([Id, ReferenceId, TransactionId, AmountCents, Status, OrderId, CreatedAt])
        .filter(own)
        .filter(exactly.clone().add(starts_with(TransactionId.into_expr(), search.query)))
        .order_by_with_nulls(Expr::from(exactly), Order::Desc, NullOrdering::Last)
        .order_by_desc(CreatedAt)
        .order_by_desc(Id)
        .limit(search.limit)
        .into_model()
        .all(db)
        .await
}
