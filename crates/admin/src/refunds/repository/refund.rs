//! A refund as every list shows it, with the names that belong to it.

use chrono::{DateTime, Utc};
use sea_orm::{DbErr, FromQueryResult, JoinType, QueryOrder, QuerySelect, Select, entity::prelude::*};
use tally_entity::{
    OrderId, PaymentId, RefundId, RefundMethod, RefundStatus, RefundType, order, payment,
    refs::{UserName, WebsiteName},
    refund,
};

use super::visible::Viewer;

/// What the statement calls who gets it.
pub(super) const CLIENT: &str = "client";

#[derive(Clone, Debug, FromQueryResult)]
pub(crate) struct Refund {
    pub(crate) id: RefundId,
    pub(crate) payment_id: PaymentId,
    pub(crate) payment_cents: i64,
    pub(crate) payment_reference: Uuid,
    pub(crate) order_id: Option<OrderId>,
    pub(crate) order_topic: Option<String>,
    #[sea_orm(nested(prefix = "client_"))]
    pub(crate) client: Option<UserName>,
    #[sea_orm(nested(prefix = "website_"))]
    pub(crate) website: WebsiteName,
    #[sea_orm(from_alias = "type")]
    pub(crate) kind: RefundType,
    #[sea_orm(from_alias = "refund_method")]
    pub(crate) method: RefundMethod,
    pub(crate) wallet_amount_cents: i64,
    pub(crate) external_amount_cents: i64,
    pub(crate) status: RefundStatus,
    pub(crate) reason: String,
    #[sea_orm(nested(prefix = "requester_"))]
    pub(crate) requester: Option<UserName>,
    #[sea_orm(nested(prefix = "processor_"))]
    pub(crate) processor: Option<UserName>,
    pub(crate) processed_at: Option<DateTime<Utc>>,
    pub(crate) error_message: Option<String>,
    pub(crate) receipt_code: Option<String>,
    pub(crate) metadata: Json,
    pub(crate) created_at: DateTime<Utc>,
}

/// Nothing when he sees no such refund.
pub(crate) async fn find(
    db: &impl ConnectionTrait,
    viewer: Viewer,
    id: RefundId,
) -> Result<Option<Refund>, DbErr> {
    let found = with_payments().filter(viewer.sees()).filter(refund::COLUMN.id.eq(id));
    with_columns(found).into_model().one(db).await
}

/// Refunds with their payments and clients, so that a condition can name these.
pub(super) fn with_payments() -> Select<refund::Entity> {
    let payment = refund::Entity::belongs_to(payment::Entity).from(refund::Column::PaymentId);
    let rows = refund::Entity::find().select_only();
    rows.join(JoinType::InnerJoin, payment.to(payment::Column::Id).into())
}

/// Adds the columns of [`Refund`] to [`with_payments`].
pub(super) fn with_columns(refunds: Select<refund::Entity>) -> Select<refund::Entity> {
    use refund::Column as R;
    let order = payment::Entity::belongs_to(order::Entity).from(payment::Column::OrderId);
    let refunds = refunds
        .columns([R::Id, R::PaymentId, R::Kind, R::RefundMethod, R::WalletAmountCents])
        .columns([R::ExternalAmountCents, R::Status, R::Reason, R::ProcessedAt, R::ErrorMessage])
        .columns([R::ReceiptCode, R::Metadata, R::CreatedAt])
        .column_as(payment::Column::AmountCents, "payment_cents")
        .column_as(payment::Column::ReferenceId, "payment_reference")
        .column(payment::Column::OrderId)
        .column_as(order::Column::Topic, "order_topic")
        .join(JoinType::LeftJoin, order.to(order::Column::Id).into());
    let refunds = WebsiteName::join(refunds, R::WebsiteId);
    let refunds = UserName::join(refunds, R::ClientId, CLIENT);
    let refunds = UserName::join(refunds, R::RequestedById, "requester");
    UserName::join(refunds, R::ProcessedById, "processor")
}

/// Of refunds of the same instant the one with the larger id first.
pub(super) fn newest_first(refunds: Select<refund::Entity>) -> Select<refund::Entity> {
    refunds.order_by_desc(refund::Column::CreatedAt).order_by_desc(refund::Column::Id)
}
