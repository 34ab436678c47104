//! `GET /api/v1/client-management/dashboard/payment-reminders`

use axum::{Json, extract::State};
use chrono::{DateTime, Utc};
use serde::Serialize;
use tally_auth::{Client, Own};
use tally_db::Db;
use tally_entity::{OrderId, PaymentReminderConfigId, PaymentReminderSentId};
use tally_http::{Amount, ApiResult, Decimal, Problems, access::CLIENT};
use tally_kernel::{Clock, Hundredths};
use utoipa::ToSchema;

use crate::{
    home::home,
    reminders::repository::list::{self, Config, Reminder, Reminders, UnpaidOrder},
};

/// What a client has not paid, and what he was told about it.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct PaymentReminders {
    /// Newest first.
    reminders: Vec<ReminderToClient>,
    /// The next due first, those without a deadline last.
    unpaid_orders: Vec<OrderToPay>,
    total_unpaid_orders: usize,
    total_reminders_sent: usize,
}

/// A reminder that was sent.
#[derive(Debug, Serialize, ToSchema)]
struct ReminderToClient {
    #[schema(value_type = i64)]
    id: PaymentReminderSentId,
    #[schema(value_type = i64)]
    order_id: OrderId,
    order_topic: String,
    reminder_name: String,
    deadline_percentage: Decimal,
    message: String,
    sent_at: DateTime<Utc>,
    sent_as_notification: bool,
    sent_as_email: bool,
}

/// An order that is not paid.
#[derive(Debug, Serialize, ToSchema)]
struct OrderToPay {
    #[schema(value_type = i64)]
    order_id: OrderId,
    order_topic: String,
    type_of_work: Option<String>,
    total_price: Amount,
    client_deadline: Option<DateTime<Utc>>,
    created_at: DateTime<Utc>,
    /// How much of the time to the deadline has passed; more than 100 when all has.
    deadline_percentage: Option<Decimal>,
    /// Null when there is none left.
    next_reminder: Option<NextReminder>,
    /// The shares of time of those that were sent, ascending.
    reminders_sent: Vec<Decimal>,
}

/// The reminder that an order is sent next.
#[derive(Debug, Serialize, ToSchema)]
struct NextReminder {
    #[schema(value_type = i64)]
    id: PaymentReminderConfigId,
    name: String,
    deadline_percentage: Decimal,
    message: String,
}

/// A share in hundredths of a percent.
fn share(hundredths: i64) -> Decimal {
    Hundredths(hundredths).into()
}

impl PaymentReminders {
    fn new(found: Reminders, now: DateTime<Utc>) -> Self {
        let Reminders { orders, sent, configs } = found;
        let orders: Vec<_> =
            orders.into_iter().map(|row| OrderToPay::new(row, &sent, &configs, now)).collect();
        Self {
            total_unpaid_orders: orders.len(),
            total_reminders_sent: sent.len(),
            unpaid_orders: orders,
            reminders: sent.into_iter().map(Into::into).collect(),
        }
    }
}

impl From<Reminder> for ReminderToClient {
    fn from(row: Reminder) -> Self {
        let Reminder {
            id,
            config_id: _,
            order_id,
            order_topic,
            name,
            share: pct,
            message,
            sent_at,
            sent_as_notification,
            sent_as_email,
        } = row;
        Self {
            id,
            order_id,
            order_topic,
            reminder_name: name,
            deadline_percentage: share(pct),
            message,
            sent_at,
            sent_as_notification,
            sent_as_email,
        }
    }
}

impl OrderToPay {
    fn new(row: UnpaidOrder, sent: &[Reminder], configs: &[Config], now: DateTime<Utc>) -> Self {
        let UnpaidOrder { id, topic, work_type, total_price_cents, client_deadline_at, created_at } = row;
        let passed = client_deadline_at.and_then(|deadline| passed(created_at, deadline, now));
        let had: Vec<_> = sent.iter().filter(|sent| sent.order_id == id).collect();
        let next = passed.and_then(|(elapsed, total)| {
            // Exactly, not as rounded: the reminder of this very moment is not the next one.
            let ahead = |config: &&Config| {
                i128::from(elapsed) * 10_000 < i128::from(config.share) * i128::from(total)
                    && had.iter().all(|sent| sent.config_id != config.id)
            };
            configs.iter().find(ahead).cloned()
        });
        let mut shares: Vec<_> = had.iter().map(|sent| sent.share).collect();
        shares.sort_unstable();
        Self {
            order_id: id,
            order_topic: topic,
            type_of_work: work_type,
            total_price: Amount::cents(total_price_cents),
            client_deadline: client_deadline_at,
            created_at,
            deadline_percentage: passed.map(|(elapsed, total)| Decimal::percent(elapsed, total)),
            next_reminder: next.map(Into::into),
            reminders_sent: shares.into_iter().map(share).collect(),
        }
    }
}

/// Since the order was placed and until it is due, in microseconds; nothing when it was due before it was placed.
fn passed(placed: DateTime<Utc>, deadline: DateTime<Utc>, now: DateTime<Utc>) -> Option<(i64, i64)> {
    let total = (deadline - placed).num_microseconds().filter(|total| *total > 0)?;
    Some(((now - placed).num_microseconds()?, total))
}

impl From<Config> for NextReminder {
    fn from(row: Config) -> Self {
        let Config { id, name, share: pct, message } = row;
        Self { id, name, deadline_percentage: share(pct), message }
    }
}

/// What the caller has not paid, and what he was told about it
#[utoipa::path(
    get,
    path = "/client-management/dashboard/payment-reminders",
    tag = "client",
    responses((status = OK, body = PaymentReminders), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(CLIENT))),
)]
pub(crate) async fn get_payment_reminders(
    State(db): State<Db>,
    State(clock): State<Clock>,
    client: Own<Client>,
) -> ApiResult<Json<PaymentReminders>> {
    let found = list::load(db.reads(), client.id, home(&client)?).await?;
    Ok(Json(PaymentReminders::new(found, clock.now())))
}
