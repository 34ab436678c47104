//! `POST /api/v1/order-payments/order-payments/{id}/confirm`

use axum::{Json, extract::State, response::Response};
use serde::{Deserialize, Serialize};
use serde_json::json;
use tally_auth::{
    Admin, Once, OnceWrite, Permission, ScopeQuery, Scoped,
    audit::{self, ActionKind, Entry, Trail},
};
use tally_db::Db;
use tally_entity::{PaymentId, PaymentStatus, payment};
use tally_http::{ApiError, ApiResult, Body, IdempotencyHeader, PathParam, Problems, Text, access::ADMIN};
use tally_kernel::Clock;
use tally_lifecycle::order::Cause;
use utoipa::ToSchema;

use super::row::PaymentRow;
use crate::payments::repository::{
    confirm::{self, Outcome, Verdict},
    payment as listed,
};

/// What is known of the payment.
#[derive(Deserialize, ToSchema)]
pub(crate) struct ConfirmRequest {
    /// What the provider or the bank calls it.
    transaction_id: Option<Text<0, 100>>,
    status: Option<Confirmed>,
}

/// Whether the money came.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum Confirmed {
    #[default]
    Succeeded,
    Failed,
}

/// Where the payment stands now.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct PaymentConfirmed {
    detail: String,
    payment: PaymentRow,
}

/// Confirms that a payment was made, or says that it was not
#[utoipa::path(
    post,
    path = "/order-payments/order-payments/{id}/confirm",
    tag = "payments",
    params(("id" = i64, Path, description = "The payment"), ScopeQuery, IdempotencyHeader),
    request_body = ConfirmRequest,
    responses((status = OK, body = PaymentConfirmed), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(ADMIN))),
)]
pub(crate) async fn confirm_payment(
    State(db): State<Db>,
    State(clock): State<Clock>,
    admin: Scoped<Admin>,
    trail: Trail,
    once: Once,
    PathParam(id): PathParam<PaymentId>,
    Body(body): Body<ConfirmRequest>,
) -> ApiResult<Response> {
    admin.require(db.reads(), Permission::ManageFinancials).await?;
    let by = (&admin.0).into();
    let cause = Cause { by, trail: &trail, action: "payment", meta: json!({}), now: clock.now() };
    let has_succeeded = body.status.unwrap_or_default() == Confirmed::Succeeded;
    let transaction_id = body.transaction_id.and_then(Text::filled);
    let tx = once.begin(&db).await?;
    let verdict = Verdict { transaction_id, has_succeeded };
    let found = confirm::apply(&tx, admin.scope, id, verdict, &cause).await?;
    let (payment, outcome) = found.ok_or_else(|| ApiError::not_found("There is no such payment."))?;
    record(&tx, &payment, &outcome, &cause).await?;
    let detail = format!("Payment {id} is {}.", payment.status);
    let payment = PaymentRow::of(listed::find(&*tx, id).await?, admin.role);
    tx.commit(Json(PaymentConfirmed { detail, payment })).await
}

async fn record(
    tx: &OnceWrite,
    payment: &payment::Model,
    outcome: &Outcome,
    cause: &Cause<'_>,
) -> ApiResult<()> {
    let (before, after) = match outcome {
        Outcome::Known => return Ok(()),
        Outcome::Refused(status) => {
            return Err(ApiError::conflict(format!("The payment is {status} already.")));
        }
        Outcome::Taken => {
            return Err(ApiError::conflict("Another payment was confirmed with this transaction."));
        }
        Outcome::Changed { before, after } => (*before, *after),
    };
    let did = if after == PaymentStatus::Completed { "Confirmed" } else { "Refused" };
    let entry = Entry {
        actor: cause.by,
        kind: ActionKind::Money,
        action: format!("{did} payment {}", payment.id),
        website: Some(payment.website_id),
        target: ("payment", payment.id.0),
        before: Some(json!({ "status": before })),
        after: Some(json!({ "status": after, "transaction_id": payment.transaction_id })),
        trail: cause.trail,
    };
    audit::record(&**tx, entry).await?;
    Ok(())
}
