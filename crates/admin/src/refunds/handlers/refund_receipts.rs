//! `GET /api/v1/refunds/refund-receipts`, `GET /api/v1/refunds/refund-receipts/{id}`

use axum::{Json, extract::State};
use chrono::{DateTime, Utc};
use serde::Serialize;
use tally_auth::{Member, ScopeQuery, Scoped};
use tally_db::Db;
use tally_entity::{PaymentId, RefundId, Role};
use tally_http::{
    Amount, ApiResult, Page, PageQuery, Paging, PathParam, Problems, UserRef, WebsiteRef, access::MEMBER,
};
use utoipa::ToSchema;

use super::viewer::{unknown, viewer};
use crate::refunds::repository::{refund::Refund, refund_receipts};

/// The receipt of a refund.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct RefundReceipt {
    /// The refund's.
    #[schema(value_type = i64)]
    id: RefundId,
    reference_code: Option<String>,
    client: Option<UserRef>,
    amount: Amount,
    generated_at: Option<DateTime<Utc>>,
    reason: String,
    /// `id` again.
    #[schema(value_type = i64)]
    refund: RefundId,
    #[schema(value_type = i64)]
    order_payment: PaymentId,
    processed_by: Option<UserRef>,
    website: WebsiteRef,
}

impl RefundReceipt {
    fn of(refund: Refund, reader: Role) -> Self {
        let person = |person| UserRef::seen_by(reader, person);
        Self {
            id: refund.id,
            reference_code: refund.receipt_code,
            client: refund.client.map(person),
            amount: Amount::cents(refund.wallet_amount_cents + refund.external_amount_cents),
            generated_at: refund.processed_at,
            reason: refund.reason,
            refund: refund.id,
            order_payment: refund.payment_id,
            processed_by: refund.processor.map(person),
            website: refund.website.into(),
        }
    }
}

/// Receipts of refunds: staff sees all, clients their own
#[utoipa::path(
    get,
    path = "/refunds/refund-receipts",
    tag = "refunds",
    params(ScopeQuery, PageQuery),
    responses((status = OK, body = Page<RefundReceipt>), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(MEMBER))),
)]
pub(crate) async fn list_refund_receipts(
    State(db): State<Db>,
    member: Scoped<Member>,
    paging: Paging<250, 100>,
) -> ApiResult<Json<Page<RefundReceipt>>> {
    let (limit, offset) = (paging.limit(), paging.offset());
    let (count, rows) = refund_receipts::load(db.reads(), viewer(&member), limit, offset).await?;
    Ok(Json(paging.page(count, rows.into_iter().map(|row| RefundReceipt::of(row, member.role)).collect())))
}

/// The receipt of a refund
#[utoipa::path(
    get,
    path = "/refunds/refund-receipts/{id}",
    tag = "refunds",
    params(("id" = i64, Path, description = "The refund"), ScopeQuery),
    responses((status = OK, body = RefundReceipt), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(MEMBER))),
)]
pub(crate) async fn get_refund_receipt(
    State(db): State<Db>,
    member: Scoped<Member>,
    PathParam(id): PathParam<RefundId>,
) -> ApiResult<Json<RefundReceipt>> {
    let found = refund_receipts::find(db.reads(), viewer(&member), id).await?;
    Ok(Json(RefundReceipt::of(found.ok_or_else(unknown)?, member.role)))
}
