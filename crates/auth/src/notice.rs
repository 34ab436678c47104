//! What people are told about a change, in the transaction of the change.

use sea_orm::{DbErr, QueryOrder, QuerySelect, Set, entity::prelude::*, sea_query::Condition};
use serde_json::json;
use tally_entity::{NotificationCategory, OrderId, Role, UserId, WebsiteId, notification, user};

use crate::audit::Actor;

macro_rules! events {
    ($($(#[$about:meta])* $event:ident = $name:literal: $title:literal,)+) => {
        /// What happened. Its first part decides in which area a notice is shown.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Event {
            $($(#[$about])* $event,)+
        }

        impl Event {
            /// The dotted name that is kept.
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$event => $name,)+
                }
            }

            const fn title(self) -> &'static str {
                match self {
                    $(Self::$event => $title,)+
                }
            }
        }
    };
}

events! {
    /// To the writer who was given an order.
    OrderAssigned = "order.assigned": "You have a new order",
    /// To the client whose order has a writer now.
    WriterAssigned = "order.writer_assigned": "A writer works on your order",
    /// To client and writer of an order that was moved on.
    OrderStatusChanged = "order.status_changed": "The status of an order has changed",
    /// To those who hand out orders.
    OrderRequested = "order.requested": "A writer asks for an order",
    /// To the writer who does not get an order.
    OrderRequestRejected = "order_request.rejected": "Your request for an order was declined",
    /// To the person a review is about.
    ReviewApproved = "review.approved": "A review about you was published",
    /// To those who moderate.
    ReviewDisputed = "review.disputed": "A writer objects to a review",
    /// To everybody a dispute is about.
    DisputeResolved = "dispute.resolved": "A dispute was resolved",
    /// To the admins of the website.
    OrderPaid = "order.paid": "An order was paid",
    /// To the client.
    RefundProcessed = "refund.processed": "You got money back",
    /// To the writer.
    TipReceived = "tip.received": "You got a tip",
    /// To the owner.
    WalletAdjusted = "wallet.adjusted": "Your wallet was corrected",
    /// To the user.
    AccountSuspended = "account.suspended": "Your account is suspended",
    /// To the user.
    AccountProbation = "account.probation": "Your account is on probation",
    /// To the user.
    AccountRoleChanged = "account.role_changed": "Your role has changed",
    /// To the client of an order that is not paid.
    PaymentReminder = "payment.reminder": "An order waits for your payment",
    /// To the client of an order that was never paid.
    OrderDeletedUnpaid = "order.deleted_unpaid": "An unpaid order was removed",
}

/// One thing that somebody is told.
#[derive(Clone, Debug)]
pub struct Notice {
    /// What happened.
    pub event: Event,
    /// A sentence or a name that says what it happened to.
    pub body: String,
    /// Where to look: a path of the frontend.
    pub link: Option<String>,
    /// Keys for programs.
    pub payload: Json,
    /// The website of the row it is about.
    pub website: Option<WebsiteId>,
}

impl Notice {
    /// About something that there is nothing to look at for.
    pub fn plain(event: Event, body: impl Into<String>, website: Option<WebsiteId>) -> Self {
        Self { event, body: body.into(), link: None, payload: json!({}), website }
    }

    /// About an order.
    pub fn of_order(event: Event, order: OrderId, body: impl Into<String>, website: WebsiteId) -> Self {
        Self {
            event,
            body: body.into(),
            link: Some(format!("/orders/{order}")),
            payload: json!({ "order_id": order }),
            website: Some(website),
        }
    }
}

/// Tells people, each of them once about the same thing, and never the one who did it. One statement for any
/// number of notices.
///
/// # Errors
/// When the rows cannot be written; the transaction is then of no use either.
pub async fn notify(
    tx: &impl ConnectionTrait,
    actor: Actor,
    notices: impl IntoIterator<Item = (UserId, Notice)>,
) -> Result<(), DbErr> {
    let others = notices.into_iter().filter(|(user, _)| *user != actor.id);
    write(tx, Some(actor), others).await
}

/// Tells people what nobody did: a time that has come, or what they asked to be told.
///
/// # Errors
/// When the rows cannot be written; the transaction is then of no use either.
pub async fn tell(
    tx: &impl ConnectionTrait,
    notices: impl IntoIterator<Item = (UserId, Notice)>,
) -> Result<(), DbErr> {
    write(tx, None, notices).await
}

async fn write(
    tx: &impl ConnectionTrait,
    actor: Option<Actor>,
    notices: impl IntoIterator<Item = (UserId, Notice)>,
) -> Result<(), DbErr> {
    let mut rows = Vec::<notification::ActiveModel>::new();
    for (user, notice) in notices {
        let Notice { event, body, link, payload, website } = notice;
        let row = notification::ActiveModel {
            website_id: Set(website),
            user_id: Set(user),
            actor_id: Set(actor.map(|actor| actor.id)),
            category: Set(NotificationCategory::Info),
            event: Set(event.name().to_owned()),
            title: Set(event.title().to_owned()),
            body: Set(body),
            link: Set(link),
            payload: Set(payload),
            ..Default::default()
        };
        if !rows.contains(&row) {
            rows.push(row);
        }
    }
    if rows.is_empty() {
        return Ok(());
    }
    notification::Entity::insert_many(rows).exec_without_returning(tx).await?;
    Ok(())
}

/// The people of these roles who look after a website and can sign in: its own, and those of the platform.
///
/// # Errors
/// When the database cannot be asked.
pub async fn staff_of(
    db: &impl ConnectionTrait,
    website: WebsiteId,
    roles: &[Role],
) -> Result<Vec<UserId>, DbErr> {
    let user = user::COLUMN;
    let at_home = Condition::any().add(user.website_id.eq(website)).add(user.website_id.is_null());
    user::Entity::find()
        .select_only()
        .column(user::Column::Id)
        .filter(user.role.is_in(roles.iter().copied()))
        .filter(at_home)
        .filter(user.deleted_at.is_null())
        .filter(user.is_active.eq(true))
        .filter(user.is_suspended.eq(false))
        .order_by_asc(user::Column::Id)
        .into_tuple()
        .all(db)
        .await
}
