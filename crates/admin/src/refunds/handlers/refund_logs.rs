//! `GET /api/v1/refunds/refund-logs`, `GET /api/v1/refunds/refund-logs/{id}`

use axum::{Json, extract::State};
use chrono::{DateTime, Utc};
use serde::Serialize;
use tally_auth::{Member, ScopeQuery, Scoped};
use tally_db::Db;
use tally_entity::{AuditLogId, OrderId, RefundId, RefundStatus, Role};
use tally_http::{Amount, ApiResult, Page, PageQuery, Paging, PathParam, Problems, UserRef, access::MEMBER};
use utoipa::ToSchema;

use super::viewer::{unknown, viewer};
use crate::refunds::repository::refund_logs::{self, Logged};

/// Something that was done to a refund.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct RefundLogRow {
    #[schema(value_type = i64)]
    id: AuditLogId,
    created_at: DateTime<Utc>,
    client: Option<UserRef>,
    #[schema(value_type = Option<i64>)]
    order: Option<OrderId>,
    #[schema(value_type = i64)]
    refund: RefundId,
    amount: Amount,
    action: String,
    /// Of the refund, now.
    #[schema(value_type = String)]
    status: RefundStatus,
    /// Who did it.
    processed_by: Option<UserRef>,
}

impl RefundLogRow {
    fn of(row: Logged, reader: Role) -> Self {
        let Logged { id, created_at, action, client, order_id, refund_id, cents, status, actor } = row;
        let [client, processed_by] =
            [client, actor].map(|person| person.map(|person| UserRef::seen_by(reader, person)));
        let (order, refund, amount) = (order_id, refund_id, Amount::cents(cents));
        Self { id, created_at, client, order, refund, amount, action, status, processed_by }
    }
}

/// What was done to refunds: staff sees all, clients what was done to their own
#[utoipa::path(
    get,
    path = "/refunds/refund-logs",
    tag = "refunds",
    params(ScopeQuery, PageQuery),
    responses((status = OK, body = Page<RefundLogRow>), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(MEMBER))),
)]
pub(crate) async fn list_refund_logs(
    State(db): State<Db>,
    member: Scoped<Member>,
    paging: Paging<250, 100>,
) -> ApiResult<Json<Page<RefundLogRow>>> {
    let (limit, offset) = (paging.limit(), paging.offset());
    let (count, rows) = refund_logs::load(db.reads(), viewer(&member), limit, offset).await?;
    Ok(Json(paging.page(count, rows.into_iter().map(|row| RefundLogRow::of(row, member.role)).collect())))
}

/// Something that was done to a refund
#[utoipa::path(
    get,
    path = "/refunds/refund-logs/{id}",
    tag = "refunds",
    params(("id" = i64, Path, description = "The entry of the log"), ScopeQuery),
    responses((status = OK, body = RefundLogRow), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(MEMBER))),
)]
pub(crate) async fn get_refund_log(
    State(db): State<Db>,
    member: Scoped<Member>,
    PathParam(id): PathParam<AuditLogId>,
) -> ApiResult<Json<RefundLogRow>> {
    let found = refund_logs::find(db.reads(), viewer(&member), id).await?;
    Ok(Json(RefundLogRow::of(found.ok_or_else(unknown)?, member.role)))
}
