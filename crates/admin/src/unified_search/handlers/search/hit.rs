//! One thing that was found: what every kind has in common, and what only its kind has.

use chrono::{DateTime, Utc};
use serde::Serialize;
use tally_entity::{
    MessageId, OrderId, OrderStatus, PaymentStatus, Role, ThreadId, UserId, refs::UserName, user::full_name,
};
use tally_http::{Amount, UserRef};
use utoipa::ToSchema;

use crate::{
    unified_search::repository::search::{FoundMessage, FoundOrder, FoundPayment},
    users::repository::person::Person,
};

/// Characters of a message that make its title.
const TITLE: usize = 100;

/// An order.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct OrderHit {
    #[schema(value_type = i64)]
    id: OrderId,
    #[serde(rename = "type")]
    kind: &'static str,
    title: String,
    subtitle: String,
    url: String,
    created_at: DateTime<Utc>,
    #[schema(value_type = String)]
    status: OrderStatus,
    amount: Amount,
    /// Empty when the order is nobody's.
    client: String,
    client_email: Option<String>,
}

/// A person.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct UserHit {
    #[schema(value_type = i64)]
    id: UserId,
    #[serde(rename = "type")]
    kind: &'static str,
    title: String,
    subtitle: String,
    url: String,
    created_at: DateTime<Utc>,
    username: String,
    email: String,
    #[schema(value_type = String)]
    role: Role,
    first_name: String,
    last_name: String,
}

/// A payment.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct PaymentHit {
    /// `order_payment_` and the payment's number.
    id: String,
    #[serde(rename = "type")]
    kind: &'static str,
    title: String,
    subtitle: String,
    url: &'static str,
    created_at: DateTime<Utc>,
    amount: Amount,
    #[schema(value_type = String)]
    status: PaymentStatus,
    #[schema(value_type = Option<i64>)]
    order_id: Option<OrderId>,
}

/// A message.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct MessageHit {
    #[schema(value_type = i64)]
    id: MessageId,
    #[serde(rename = "type")]
    kind: &'static str,
    /// How the message begins.
    title: String,
    subtitle: String,
    url: String,
    created_at: DateTime<Utc>,
    subject: Option<String>,
    content: String,
    /// The same as `content`.
    body: String,
    sender: String,
    sender_email: Option<String>,
    #[schema(value_type = i64)]
    thread_id: ThreadId,
    #[schema(value_type = Option<i64>)]
    order_id: Option<OrderId>,
    sent_at: DateTime<Utc>,
}

impl OrderHit {
    pub(super) fn of(order: FoundOrder, reader: Role) -> Self {
        let (client, client_email) = order.client.map(|client| name(client, reader)).unwrap_or_default();
        Self {
            id: order.id,
            kind: "order",
            title: order.topic,
            subtitle: format!("Order #{}", order.id),
            url: format!("/orders/{}", order.id),
            created_at: order.created_at,
            status: order.status,
            amount: Amount::cents(order.total_price_cents),
            client,
            client_email,
        }
    }
}

impl From<Person> for UserHit {
    fn from(person: Person) -> Self {
        Self {
            id: person.id,
            kind: "user",
            title: full_name(&person.first_name, &person.last_name, &person.username),
            subtitle: person.email.clone(),
            url: format!("/admin/users/{}/view", person.id),
            created_at: person.joined_at,
            username: person.username,
            email: person.email,
            role: person.role,
            first_name: person.first_name,
            last_name: person.last_name,
        }
    }
}

impl From<FoundPayment> for PaymentHit {
    fn from(payment: FoundPayment) -> Self {
        Self {
            id: format!("order_payment_{}", payment.id),
            kind: "payment",
            title: payment.transaction_id.unwrap_or_else(|| payment.reference_id.to_string()),
            subtitle: format!("Payment #{}", payment.id),
            url: "/payments",
            created_at: payment.created_at,
            amount: Amount::cents(payment.amount_cents),
            status: payment.status,
            order_id: payment.order_id,
        }
    }
}

impl MessageHit {
    pub(super) fn of(message: FoundMessage, reader: Role) -> Self {
        let (sender, sender_email) = name(message.sender, reader);
        Self {
            id: message.id,
            kind: "message",
            title: message.body.chars().take(TITLE).collect(),
            subtitle: format!("Message of {sender}"),
            url: message
                .order_id
                .map_or_else(|| "/messages".to_owned(), |order| format!("/orders/{order}/messages")),
            created_at: message.created_at,
            subject: message.subject,
            content: message.body.clone(),
            body: message.body,
            sender,
            sender_email,
            thread_id: message.thread_id,
            order_id: message.order_id,
            sent_at: message.sent_at,
        }
    }
}

/// The name and the address that the reader may know.
fn name(person: UserName, reader: Role) -> (String, Option<String>) {
    let UserRef { username, email, .. } = UserRef::seen_by(reader, person);
    (username, email)
}
