//! A refund as lists show it.

use chrono::{DateTime, Utc};
use serde::Serialize;
use serde_json::Value;
use tally_entity::{OrderId, PaymentId, RefundId, RefundMethod, RefundStatus, RefundType, Role};
use tally_http::{Amount, UserRef, WebsiteRef};
use utoipa::ToSchema;

use crate::refunds::repository::refund::Refund;

/// A refund.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct RefundRow {
    #[schema(value_type = i64)]
    id: RefundId,
    order_payment: RefundedPayment,
    #[schema(value_type = i64)]
    order_payment_id: PaymentId,
    #[schema(value_type = Option<i64>)]
    order: Option<OrderId>,
    order_topic: Option<String>,
    client: Option<UserRef>,
    client_username: Option<String>,
    website: WebsiteRef,
    #[serde(rename = "type")]
    #[schema(value_type = String)]
    kind: RefundType,
    wallet_amount: Amount,
    external_amount: Amount,
    /// Both together.
    total_amount: Amount,
    /// `total_amount` again.
    amount: Amount,
    #[schema(value_type = String)]
    refund_method: RefundMethod,
    #[schema(value_type = String)]
    status: RefundStatus,
    reason: String,
    requested_by: Option<UserRef>,
    processed_by: Option<UserRef>,
    processed_at: Option<DateTime<Utc>>,
    error_message: Option<String>,
    receipt_code: Option<String>,
    #[schema(value_type = Object)]
    metadata: Value,
    created_at: DateTime<Utc>,
}

/// The payment that something is given back of.
#[derive(Debug, Serialize, ToSchema)]
struct RefundedPayment {
    #[schema(value_type = i64)]
    id: PaymentId,
    amount: Amount,
    /// What people quote.
    reference_id: String,
}

impl RefundRow {
    /// The refund as somebody of this role may see it.
    pub(super) fn of(refund: Refund, reader: Role) -> Self {
        let Refund {
            id,
            payment_id,
            payment_cents,
            payment_reference,
            order_id: order,
            order_topic,
            client,
            website,
            kind,
            method: refund_method,
            wallet_amount_cents,
            external_amount_cents,
            status,
            reason,
            requester,
            processor,
            processed_at,
            error_message,
            receipt_code,
            metadata,
            created_at,
        } = refund;
        let [client, requested_by, processed_by] = [client, requester, processor]
            .map(|person| person.map(|person| UserRef::seen_by(reader, person)));
        let total = Amount::cents(wallet_amount_cents + external_amount_cents);
        let (amount, reference_id) = (Amount::cents(payment_cents), payment_reference.to_string());
        Self {
            id,
            order_payment: RefundedPayment { id: payment_id, amount, reference_id },
            order_payment_id: payment_id,
            order,
            order_topic,
            client_username: client.as_ref().map(|client| client.username.clone()),
            client,
            website: website.into(),
            kind,
            wallet_amount: Amount::cents(wallet_amount_cents),
            external_amount: Amount::cents(external_amount_cents),
            total_amount: total,
            amount: total,
            refund_method,
            status,
            reason,
            requested_by,
            processed_by,
            processed_at,
            error_message,
            receipt_code,
            metadata,
            created_at,
        }
    }
}
