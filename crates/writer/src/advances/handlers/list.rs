//! `GET /api/v1/writer-management/advance-payments`

use axum::{Json, extract::State};
use chrono::{DateTime, Utc};
use serde::Serialize;
use tally_auth::{ScopeQuery, Scoped, Worker};
use tally_db::Db;
use tally_entity::{AdvancePaymentId, AdvancePaymentStatus, Role, WebsiteId};
use tally_http::{Amount, ApiResult, Page, PageQuery, Paging, Problems, UserRef, WebsiteRef, access::WORKER};
use utoipa::ToSchema;

use crate::advances::repository::list::{self, Advance, Viewer};

/// Money lent to a writer.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct AdvanceRow {
    #[schema(value_type = i64)]
    id: AdvancePaymentId,
    writer: UserRef,
    website: WebsiteRef,
    #[schema(value_type = i64)]
    website_id: WebsiteId,
    website_name: String,
    requested_amount: Amount,
    approved_amount: Option<Amount>,
    disbursed_amount: Amount,
    repaid_amount: Amount,
    /// What is still to be given back.
    outstanding_amount: Amount,
    #[schema(value_type = String)]
    status: AdvancePaymentStatus,
    reason: String,
    requested_at: DateTime<Utc>,
    reviewed_by: Option<UserRef>,
    reviewed_at: Option<DateTime<Utc>>,
    review_notes: Option<String>,
    disbursed_at: Option<DateTime<Utc>>,
}

impl AdvanceRow {
    fn of(advance: Advance, reader: Role) -> Self {
        let Advance {
            id,
            writer,
            website,
            requested_cents,
            approved_cents,
            disbursed_cents,
            repaid_cents,
            outstanding_cents,
            status,
            reason,
            created_at,
            decider,
            decided_at,
            review_notes,
            disbursed_at,
        } = advance;
        Self {
            id,
            writer: UserRef::seen_by(reader, writer),
            website_id: website.id,
            website_name: website.name.clone(),
            website: website.into(),
            requested_amount: Amount::cents(requested_cents),
            approved_amount: approved_cents.map(Amount::cents),
            disbursed_amount: Amount::cents(disbursed_cents),
            repaid_amount: Amount::cents(repaid_cents),
            outstanding_amount: Amount::cents(outstanding_cents),
            status,
            reason,
            requested_at: created_at,
            reviewed_by: decider.map(|decider| UserRef::seen_by(reader, decider)),
            reviewed_at: decided_at,
            review_notes,
            disbursed_at,
        }
    }
}

/// Advances, newest first
#[utoipa::path(
    get,
    path = "/writer-management/advance-payments",
    tag = "writer",
    params(ScopeQuery, PageQuery),
    responses((status = OK, body = Page<AdvanceRow>), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(WORKER))),
)]
pub(crate) async fn list_advance_payments(
    State(db): State<Db>,
    worker: Scoped<Worker>,
    paging: Paging<250, 20>,
) -> ApiResult<Json<Page<AdvanceRow>>> {
    let viewer = match worker.role {
        Role::Writer => Viewer::Writer(worker.id),
        _ => Viewer::Staff(worker.scope),
    };
    let (count, rows) = list::load(db.reads(), viewer, (paging.limit(), paging.offset())).await?;
    let rows = rows.into_iter().map(|row| AdvanceRow::of(row, worker.role)).collect();
    Ok(Json(paging.page(count, rows)))
}
