//! What staff sees of an order besides.

use chrono::{DateTime, Utc};
use serde::Serialize;
use tally_entity::{OrderStatus, OrderTransitionId, UserId, refs::UserName};
use tally_http::UserRef;
use utoipa::ToSchema;

use super::answer::OrderItem;
use crate::orders::repository::{
    detail::{Item, OrderDetail},
    transitions::Transition,
};

/// What staff sees of an order besides. Nobody else has these.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct StaffPart {
    #[schema(value_type = Option<i64>, required = false)]
    client_id: Option<UserId>,
    #[schema(required = false)]
    client_email: Option<String>,
    #[schema(required = false)]
    client_registration_id: Option<String>,
    #[schema(value_type = Option<i64>, required = false)]
    writer_id: Option<UserId>,
    #[schema(required = false)]
    writer_email: Option<String>,
    #[schema(required = false)]
    writer_pen_name: Option<String>,
    #[schema(required = false)]
    writer_registration_id: Option<String>,
    #[schema(required = false)]
    formatting_style_name: Option<String>,
    #[schema(required = false)]
    english_type_name: Option<String>,
    #[schema(required = false)]
    writer_level: Option<String>,
    #[schema(required = false)]
    number_of_sources: i32,
    /// Lines that are extras of the price list.
    #[schema(required = false)]
    extra_services: Vec<OrderItem>,
    /// Newest first.
    #[schema(required = false)]
    transitions: Vec<OrderTransition>,
    #[schema(required = false)]
    assigned_at: Option<DateTime<Utc>>,
    #[schema(required = false)]
    cancelled_at: Option<DateTime<Utc>>,
    #[schema(required = false)]
    paid_at: Option<DateTime<Utc>>,
    /// The last time.
    #[schema(required = false)]
    approved_at: Option<DateTime<Utc>>,
    /// The last time.
    #[schema(required = false)]
    closed_at: Option<DateTime<Utc>>,
}

/// A change of status.
#[derive(Debug, Serialize, ToSchema)]
struct OrderTransition {
    #[schema(value_type = i64)]
    id: OrderTransitionId,
    #[schema(value_type = String)]
    old_status: OrderStatus,
    #[schema(value_type = String)]
    new_status: OrderStatus,
    action: String,
    is_automatic: bool,
    user: Option<UserRef>,
    timestamp: DateTime<Utc>,
}

impl StaffPart {
    pub(super) fn of(detail: &OrderDetail, items: &[Item], transitions: Vec<Transition>) -> Self {
        let order = &detail.order;
        let of = |person: &Option<UserName>| person.as_ref().map(|person| (person.id, person.email.clone()));
        let (client_id, client_email) = of(&order.client).unzip();
        let (writer_id, writer_email) = of(&order.writer).unzip();
        let last = |status| transitions.iter().find(|row| row.new_status == status).map(|row| row.created_at);
        Self {
            client_id,
            client_email,
            client_registration_id: detail.client_registration_id.clone(),
            writer_id,
            writer_email,
            writer_pen_name: order.writer.as_ref().and_then(|writer| writer.pen_name.clone()),
            writer_registration_id: detail.writer_registration_id.clone(),
            formatting_style_name: detail.formatting_style.clone(),
            english_type_name: detail.english_type.clone(),
            writer_level: detail.writer_level.clone(),
            number_of_sources: order.number_of_references,
            extra_services: items
                .iter()
                .filter(|item| item.service_id.is_some())
                .map(OrderItem::from)
                .collect(),
            approved_at: last(OrderStatus::Approved),
            closed_at: last(OrderStatus::Closed),
            transitions: transitions.into_iter().map(OrderTransition::from).collect(),
            assigned_at: detail.assigned_at,
            cancelled_at: detail.cancelled_at,
            paid_at: detail.paid_at,
        }
    }
}

impl From<Transition> for OrderTransition {
    fn from(row: Transition) -> Self {
        let Transition { id, old_status, new_status, action, is_automatic, meta: _, created_at, actor } = row;
        let user = actor.map(UserRef::from);
        Self { id, old_status, new_status, action, is_automatic, user, timestamp: created_at }
    }
}
