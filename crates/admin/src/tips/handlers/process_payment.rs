//! `POST /api/v1/writer-management/tips/{id}/process_payment`

use axum::{Json, extract::State, response::Response};
use serde::{Deserialize, Serialize};
use serde_json::json;
use tally_auth::{Client, Once, audit::Trail};
use tally_db::Db;
use tally_entity::{PaymentId, PaymentStatus, TipId, TipPaymentStatus};
use tally_http::{ApiError, ApiResult, Body, IdempotencyHeader, PathParam, Problems, access::CLIENT};
use tally_kernel::Clock;
use tally_lifecycle::order::Cause;
use utoipa::ToSchema;

use super::{give::TipMethod, seen::unknown};
use crate::tips::repository::{
    process_payment::{self, Refusal},
    seen::{self, Viewer},
};

/// How the tip is paid.
#[derive(Deserialize, ToSchema)]
pub(crate) struct PayTipRequest {
    payment_method: TipMethod,
}

/// Where the money of the tip stands now.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct TipPaid {
    status: &'static str,
    #[schema(value_type = i64)]
    payment_id: PaymentId,
    #[schema(value_type = String)]
    payment_status: PaymentStatus,
    #[schema(value_type = String)]
    tip_payment_status: TipPaymentStatus,
}

fn refused(refusal: Refusal) -> ApiError {
    match refusal {
        Refusal::Unknown => unknown(),
        Refusal::Status(status) => ApiError::conflict(format!("The tip is {status} already.")),
    }
}

/// Pays an own tip
#[utoipa::path(
    post,
    path = "/writer-management/tips/{id}/process_payment",
    tag = "tips",
    params(("id" = i64, Path, description = "The tip"), IdempotencyHeader),
    request_body = PayTipRequest,
    responses((status = OK, body = TipPaid), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(CLIENT))),
)]
pub(crate) async fn pay_tip(
    State(db): State<Db>,
    State(clock): State<Clock>,
    client: Client,
    trail: Trail,
    once: Once,
    PathParam(id): PathParam<TipId>,
    Body(body): Body<PayTipRequest>,
) -> ApiResult<Response> {
    let by = (&client.0).into();
    let cause = Cause { by, trail: &trail, action: "tip", meta: json!({}), now: clock.now() };
    let tx = once.begin(&db).await?;
    let method = body.payment_method.into();
    let paid = process_payment::apply(&tx, client.id, id, method, &cause).await?.map_err(refused)?;
    let tip = seen::find(&*tx, Viewer::Client(client.id), id).await?.ok_or_else(unknown)?;
    let (payment_id, payment_status, tip_payment_status) = (paid.id, paid.status, tip.payment_status);
    tx.commit(Json(TipPaid { status: "success", payment_id, payment_status, tip_payment_status })).await
}
