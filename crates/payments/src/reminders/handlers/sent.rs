//! `GET /api/v1/order-payments/payment-reminders-sent`

use axum::{Json, extract::State};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use tally_auth::{ScopeQuery, Scoped, Staff};
use tally_db::Db;
use tally_entity::{OrderId, PaymentId, PaymentReminderConfigId, PaymentReminderSentId, UserId};
use tally_http::{ApiResult, DayOrInstant, Page, PageQuery, Paging, Params, Problems, access::STAFF};
use utoipa::{IntoParams, ToSchema};

use crate::reminders::repository::sent::{self, Reminder, Wanted};

/// Which reminders are wanted.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct SentQuery {
    #[param(value_type = Option<i64>)]
    client: Option<UserId>,
    #[param(value_type = Option<i64>)]
    order: Option<OrderId>,
    #[param(value_type = Option<i64>)]
    reminder_config: Option<PaymentReminderConfigId>,
    /// Sent on this day or later.
    #[param(value_type = Option<String>)]
    date_from: Option<DayOrInstant>,
    /// Sent on this day or before.
    #[param(value_type = Option<String>)]
    date_to: Option<DayOrInstant>,
}

impl From<SentQuery> for Wanted {
    fn from(query: SentQuery) -> Self {
        let SentQuery { client, order, reminder_config, date_from, date_to } = query;
        let (from, until) = (date_from.map(DayOrInstant::start), date_to.map(DayOrInstant::end));
        Self { client, order, config: reminder_config, from, until }
    }
}

/// A reminder that was sent.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct SentReminder {
    #[schema(value_type = i64)]
    id: PaymentReminderSentId,
    #[schema(value_type = i64)]
    reminder_config: PaymentReminderConfigId,
    reminder_config_name: String,
    #[schema(value_type = Option<i64>)]
    order: Option<OrderId>,
    /// `order` again.
    #[schema(value_type = Option<i64>)]
    order_id: Option<OrderId>,
    #[schema(value_type = Option<i64>)]
    payment: Option<PaymentId>,
    /// `payment` again.
    #[schema(value_type = Option<i64>)]
    payment_id: Option<PaymentId>,
    #[schema(value_type = i64)]
    client: UserId,
    client_username: String,
    sent_at: DateTime<Utc>,
    sent_as_notification: bool,
    sent_as_email: bool,
}

impl From<Reminder> for SentReminder {
    fn from(row: Reminder) -> Self {
        Self {
            id: row.id,
            reminder_config: row.reminder_config_id,
            reminder_config_name: row.config_name,
            order: row.order_id,
            order_id: row.order_id,
            payment: row.payment_id,
            payment_id: row.payment_id,
            client: row.client_id,
            client_username: row.username,
            sent_at: row.sent_at,
            sent_as_notification: row.sent_as_notification,
            sent_as_email: row.sent_as_email,
        }
    }
}

/// Reminders that were sent
#[utoipa::path(
    get,
    path = "/order-payments/payment-reminders-sent",
    tag = "payments",
    params(ScopeQuery, SentQuery, PageQuery),
    responses((status = OK, body = Page<SentReminder>), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(STAFF))),
)]
pub(crate) async fn list_sent_reminders(
    State(db): State<Db>,
    staff: Scoped<Staff>,
    paging: Paging<250, 100>,
    Params(query): Params<SentQuery>,
) -> ApiResult<Json<Page<SentReminder>>> {
    let (limit, offset) = (paging.limit(), paging.offset());
    let (count, rows) = sent::load(db.reads(), staff.scope, &query.into(), limit, offset).await?;
    Ok(Json(paging.page(count, rows.into_iter().map(Into::into).collect())))
}
