//! `PATCH /api/v1/client-management/dashboard/payment-reminders/{id}/update`

use axum::{Json, extract::State, response::Response};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use tally_auth::{Client, Once, Own};
use tally_db::Db;
use tally_entity::{OrderId, PaymentReminderConfigId, PaymentReminderSentId};
use tally_http::{ApiError, ApiResult, Body, IdempotencyHeader, PathParam, Problems, access::CLIENT};
use utoipa::ToSchema;

use super::create::{no_config, sent_before};
use crate::{
    home::home,
    reminders::repository::update::{self, Changes},
};

/// What is to be different; what is absent stays.
#[derive(Deserialize, ToSchema)]
pub(crate) struct ReminderChanges {
    #[schema(value_type = Option<i64>)]
    reminder_config_id: Option<PaymentReminderConfigId>,
    send_as_notification: Option<bool>,
    send_as_email: Option<bool>,
}

/// A reminder as it is now.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ReminderUpdated {
    #[schema(value_type = i64)]
    id: PaymentReminderSentId,
    #[schema(value_type = Option<i64>)]
    order_id: Option<OrderId>,
    #[schema(value_type = i64)]
    reminder_config_id: PaymentReminderConfigId,
    reminder_name: String,
    send_as_notification: bool,
    send_as_email: bool,
    /// When it was sent: changing it sends nothing.
    updated_at: DateTime<Utc>,
    message: &'static str,
}

/// Changes how the caller was reminded; nothing is sent again
#[utoipa::path(
    patch,
    path = "/client-management/dashboard/payment-reminders/{id}/update",
    tag = "client",
    params(("id" = i64, Path, description = "The reminder that was sent"), IdempotencyHeader),
    request_body = ReminderChanges,
    responses((status = OK, body = ReminderUpdated), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(CLIENT))),
)]
pub(crate) async fn update_payment_reminder(
    State(db): State<Db>,
    client: Own<Client>,
    once: Once,
    PathParam(id): PathParam<PaymentReminderSentId>,
    Body(body): Body<ReminderChanges>,
) -> ApiResult<Response> {
    let ReminderChanges { reminder_config_id: wanted, send_as_notification, send_as_email } = body;
    let tx = once.begin(&db).await?;
    let before = update::lock(&tx, client.id, id).await?;
    let before = before.ok_or_else(|| ApiError::not_found("There is no such reminder."))?;
    let config = update::config(&tx, home(&client)?, wanted, before.reminder_config_id).await?;
    let config = config.ok_or_else(no_config)?;
    let changes = Changes { config: wanted, as_notification: send_as_notification, as_email: send_as_email };
    let after = update::update(&tx, id, changes).await?.ok_or_else(sent_before)?;
    tx.commit(Json(ReminderUpdated {
        id,
        order_id: after.order_id,
        reminder_config_id: config.id,
        reminder_name: config.name,
        send_as_notification: after.sent_as_notification,
        send_as_email: after.sent_as_email,
        updated_at: after.sent_at,
        message: "Payment reminder preference updated successfully.",
    }))
    .await
}
