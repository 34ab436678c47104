//! `POST /api/v1/refunds/refunds/{id}/process`

use axum::{extract::State, response::Response};
use serde::Deserialize;
use serde_json::json;
use tally_auth::{
    Admin, Once, OnceWrite, Permission, ScopeQuery, Scoped,
    audit::{self, ActionKind, Entry, Trail},
    notice::{Event, Notice, notify},
};
use tally_entity::RefundId;
use tally_http::{
    ApiError, ApiResult, AppState, Body, IdempotencyHeader, PathParam, Problems, Text, access::ADMIN,
};
use tally_kernel::Money;
use tally_lifecycle::order::Cause;
use utoipa::ToSchema;

use super::{
    password,
    viewer::unknown,
    written::{RefundChanged, answer, record},
};
use crate::refunds::repository::process::{self, Processed, Refusal};

/// The own password once more, and why.
#[derive(Deserialize, ToSchema)]
pub(crate) struct ProcessRequest {
    password: Option<String>,
    reason: Option<Text<0, 1000>>,
}

fn refused(refusal: Refusal) -> ApiError {
    ApiError::conflict(match refusal {
        Refusal::Unknown => return unknown(),
        Refusal::Refund(status) => format!("The refund is {status} already."),
        Refusal::Payment(status) => format!("The payment is {status}; nothing of it can be given back."),
        Refusal::TooMuch => "Refund exceeds paid amount.".to_owned(),
        Refusal::NoWallet => "Nobody with a wallet has paid that.".to_owned(),
    })
}

/// Gives a refund
#[utoipa::path(
    post,
    path = "/refunds/refunds/{id}/process",
    tag = "refunds",
    params(("id" = i64, Path, description = "The refund"), ScopeQuery, IdempotencyHeader),
    request_body = ProcessRequest,
    responses((status = OK, body = RefundChanged), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(ADMIN))),
)]
pub(crate) async fn process_refund(
    State(app): State<AppState>,
    admin: Scoped<Admin>,
    trail: Trail,
    once: Once,
    PathParam(id): PathParam<RefundId>,
    Body(body): Body<ProcessRequest>,
) -> ApiResult<Response> {
    admin.require(app.db.reads(), Permission::ManageFinancials).await?;
    password::check(&app, &admin, body.password, "process").await?;
    let by = (&admin.0).into();
    let cause = Cause { by, trail: &trail, action: "refund", meta: json!({}), now: app.clock.now() };
    let reason = body.reason.and_then(Text::filled);
    let tx = once.begin(&app.db).await?;
    let processed = process::apply(&tx, admin.scope, id, reason, &cause).await?.map_err(refused)?;
    tell(&tx, processed, &cause).await?;
    let answer = answer(&tx, &admin, id, "Refund processed successfully.").await?;
    tx.commit(answer).await
}

async fn tell(tx: &OnceWrite, processed: Processed, cause: &Cause<'_>) -> ApiResult<()> {
    let Processed { refund, payment, payment_before } = processed;
    let action = format!("Processed refund {}", refund.id);
    let before = json!({ "status": "pending" });
    let act = (ActionKind::Money, action.clone(), Some(before));
    record(tx, cause.by, cause.trail, &refund, act).await?;
    let total = refund.wallet_amount_cents + refund.external_amount_cents;
    let entry = Entry {
        actor: cause.by,
        kind: ActionKind::Money,
        action,
        website: Some(payment.website_id),
        target: ("payment", payment.id.0),
        before: Some(json!({ "status": payment_before, "refunded_cents": payment.refunded_cents - total })),
        after: Some(json!({ "status": payment.status, "refunded_cents": payment.refunded_cents })),
        trail: cause.trail,
    };
    audit::record(&**tx, entry).await?;
    let body = format!("{} of payment {}.", Money { cents: total }.in_full(), payment.reference_id);
    let notice = Notice::plain(Event::RefundProcessed, body, Some(refund.website_id));
    notify(&**tx, cause.by, refund.client_id.map(|client| (client, notice))).await?;
    Ok(())
}
