//! `POST /api/v1/client-management/dashboard/payment-reminders/create`

use axum::{Json, extract::State, http::StatusCode, response::Response};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use tally_auth::{Client, Once, Own};
use tally_db::Db;
use tally_entity::{OrderId, PaymentReminderConfigId, PaymentReminderSentId};
use tally_http::{ApiError, ApiResult, Body, IdempotencyHeader, Problems, access::CLIENT};
use tally_kernel::Clock;
use utoipa::ToSchema;

use crate::{
    home::home,
    reminders::repository::create::{self, Chosen},
};

/// What a client wants to be reminded of.
#[derive(Deserialize, ToSchema)]
pub(crate) struct ReminderWish {
    #[schema(value_type = i64)]
    order_id: OrderId,
    /// The first of the website when absent.
    #[schema(value_type = Option<i64>)]
    reminder_config_id: Option<PaymentReminderConfigId>,
    /// Taken, and of no meaning.
    #[serde(default, rename = "custom_message")]
    _custom_message: Option<String>,
}

/// A reminder that was sent.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ReminderCreated {
    #[schema(value_type = i64)]
    id: PaymentReminderSentId,
    #[schema(value_type = i64)]
    order_id: OrderId,
    #[schema(value_type = i64)]
    reminder_config_id: PaymentReminderConfigId,
    reminder_name: String,
    created_at: DateTime<Utc>,
    message: &'static str,
}

/// 409.
pub(super) fn sent_before() -> ApiError {
    ApiError::conflict("This reminder was already sent for this order.")
}

/// 404.
pub(super) fn no_config() -> ApiError {
    ApiError::not_found("There is no such reminder.")
}

/// Reminds the caller of an order that is not paid
#[utoipa::path(
    post,
    path = "/client-management/dashboard/payment-reminders/create",
    tag = "client",
    params(IdempotencyHeader),
    request_body = ReminderWish,
    responses((status = CREATED, body = ReminderCreated), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(CLIENT))),
)]
pub(crate) async fn create_payment_reminder(
    State(db): State<Db>,
    State(clock): State<Clock>,
    client: Own<Client>,
    once: Once,
    Body(ReminderWish { order_id, reminder_config_id, .. }): Body<ReminderWish>,
) -> ApiResult<Response> {
    let (me, website) = (client.id, home(&client)?);
    let tx = once.begin(&db).await?;
    let chosen = create::find(&tx, me, website, order_id, reminder_config_id).await?;
    let Chosen { order, config } = chosen.ok_or_else(|| ApiError::not_found("There is no such order."))?;
    let config = config.ok_or_else(no_config)?;
    if order.is_paid {
        return Err(ApiError::conflict("The order is paid already."));
    }
    let sent = create::send(&tx, me, &order, &config, clock.now()).await?.ok_or_else(sent_before)?;
    let answer = ReminderCreated {
        id: sent.id,
        order_id: order.id,
        reminder_config_id: config.id,
        reminder_name: config.name,
        created_at: sent.created_at,
        message: "Payment reminder preference created successfully.",
    };
    tx.commit((StatusCode::CREATED, Json(answer))).await
}
