//! A writer's request for an order, or his take of it.

use chrono::{DateTime, Utc};
use serde::Serialize;
use tally_entity::{OrderId, OrderRequestId, OrderRequestStatus, OrderStatus, Role, UserId, WebsiteId};
use tally_http::{ApiError, UserRef, WebsiteRef};
use utoipa::ToSchema;

use crate::requests::repository::request::Request;

/// A request for an order.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct RequestRow {
    #[schema(value_type = i64)]
    id: OrderRequestId,
    #[schema(value_type = i64)]
    order: OrderId,
    #[schema(value_type = i64)]
    order_id: OrderId,
    order_topic: String,
    #[schema(value_type = String)]
    order_status: OrderStatus,
    website: WebsiteRef,
    #[schema(value_type = i64)]
    website_id: WebsiteId,
    website_name: String,
    #[schema(value_type = i64)]
    writer: UserId,
    #[schema(value_type = i64)]
    writer_id: UserId,
    writer_name: String,
    writer_username: String,
    /// What the writer says for himself.
    reason: String,
    #[schema(value_type = String)]
    status: OrderRequestStatus,
    approved: bool,
    rejected: bool,
    requested_at: DateTime<Utc>,
    created_at: DateTime<Utc>,
    /// Who decided, if somebody of the staff did.
    reviewed_by: Option<String>,
    reviewed_at: Option<DateTime<Utc>>,
    updated_at: DateTime<Utc>,
}

/// An order that a writer took.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct TakeRow {
    #[serde(flatten)]
    row: RequestRow,
    taken_at: DateTime<Utc>,
}

impl RequestRow {
    /// The request as somebody of this role may see it.
    pub(super) fn of(request: Request, reader: Role) -> Self {
        let Request {
            id,
            order_id,
            order_topic,
            order_status,
            website,
            writer,
            reason,
            status,
            reviewer,
            reviewed_at,
            created_at,
            updated_at,
        } = request;
        let writer = UserRef::seen_by(reader, writer);
        Self {
            id,
            order: order_id,
            order_id,
            order_topic,
            order_status,
            website_id: website.id,
            website_name: website.name.clone(),
            website: website.into(),
            writer: writer.id,
            writer_id: writer.id,
            writer_name: writer.full_name,
            writer_username: writer.username,
            reason,
            status,
            approved: status == OrderRequestStatus::Approved,
            rejected: status == OrderRequestStatus::Rejected,
            requested_at: created_at,
            created_at,
            reviewed_by: reviewer.map(|reviewer| UserRef::seen_by(reader, reviewer).username),
            reviewed_at,
            updated_at,
        }
    }

    /// What the log of staff's work says when it is declined.
    pub(super) fn told_rejected(&self) -> String {
        format!("Rejected the request of {} for order {}", self.writer_username, self.order_id)
    }
}

impl TakeRow {
    pub(super) fn of(request: Request, reader: Role) -> Self {
        Self { taken_at: request.created_at, row: RequestRow::of(request, reader) }
    }
}

/// 404.
pub(super) fn unknown() -> ApiError {
    ApiError::not_found("There is no such request.")
}

/// 409.
pub(super) fn decided(status: OrderRequestStatus) -> ApiError {
    ApiError::conflict(format!("The request is {status}, not pending."))
}
