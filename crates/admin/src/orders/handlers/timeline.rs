//! `GET /api/v1/admin-management/orders/{id}/timeline`

use axum::{Json, extract::State};
use chrono::{DateTime, Utc};
use serde::Serialize;
use serde_json::Value;
use tally_auth::{ScopeQuery, Scoped, Staff};
use tally_db::Db;
use tally_entity::{OrderId, OrderStatus, Role};
use tally_http::{ApiError, ApiResult, PathParam, Problems, access::STAFF};
use utoipa::ToSchema;

use super::row::{NOBODY, OrderRow};
use crate::orders::repository::{
    timeline::{self, Assignment, Timeline},
    transitions::Transition,
};

/// What happened to an order.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct TimelineAnswer {
    order: OrderRow,
    /// Newest first.
    timeline: Vec<Event>,
    total_events: usize,
}

/// Something that happened to an order.
#[derive(Debug, Serialize, ToSchema)]
#[serde(tag = "type", rename_all = "snake_case")]
enum Event {
    /// It went from one status to another.
    StatusChange {
        timestamp: DateTime<Utc>,
        user: String,
        #[schema(value_type = String)]
        old_status: OrderStatus,
        #[schema(value_type = String)]
        new_status: OrderStatus,
        action: String,
        is_automatic: bool,
        #[schema(value_type = Object)]
        meta: Value,
    },
    /// A writer got it, after another one.
    Reassignment(Given),
    /// A writer got it.
    Assignment(Given),
}

/// Who got the order.
#[derive(Debug, Serialize, ToSchema)]
struct Given {
    timestamp: DateTime<Utc>,
    user: String,
    previous_writer: Option<String>,
    new_writer: String,
    reason: Option<String>,
}

impl TimelineAnswer {
    fn of(found: Timeline, reader: Role) -> Self {
        let Timeline { order, transitions, assignments } = found;
        let changes = transitions.into_iter().map(|row| (row.created_at, row.id.0, Event::from(row)));
        let given = assignments.into_iter().map(|row| (row.created_at, row.id.0, Event::from(row)));
        let mut events: Vec<_> = changes.chain(given).collect();
        events.sort_by_key(|(at, id, _)| std::cmp::Reverse((*at, *id)));
        Self {
            order: OrderRow::of(order, reader),
            total_events: events.len(),
            timeline: events.into_iter().map(|(_, _, event)| event).collect(),
        }
    }
}

impl From<Transition> for Event {
    fn from(row: Transition) -> Self {
        let Transition { id: _, old_status, new_status, action, is_automatic, meta, created_at, actor } = row;
        Self::StatusChange {
            timestamp: created_at,
            user: actor.map_or_else(|| NOBODY.to_owned(), |actor| actor.username),
            old_status,
            new_status,
            action,
            is_automatic,
            meta,
        }
    }
}

impl From<Assignment> for Event {
    fn from(row: Assignment) -> Self {
        let Assignment { id: _, assigned_by, previous_writer, writer, reason, created_at } = row;
        let is_reassignment = previous_writer.is_some();
        let given = Given {
            timestamp: created_at,
            user: assigned_by.unwrap_or_else(|| NOBODY.to_owned()),
            previous_writer,
            new_writer: writer,
            reason,
        };
        if is_reassignment { Self::Reassignment(given) } else { Self::Assignment(given) }
    }
}

/// What happened to an order
#[utoipa::path(
    get,
    path = "/admin-management/orders/{id}/timeline",
    tag = "admin",
    params(("id" = i64, Path, description = "The order"), ScopeQuery),
    responses((status = OK, body = TimelineAnswer), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(STAFF))),
)]
pub(crate) async fn get_admin_order_timeline(
    State(db): State<Db>,
    staff: Scoped<Staff>,
    PathParam(id): PathParam<OrderId>,
) -> ApiResult<Json<TimelineAnswer>> {
    let found = timeline::find(db.reads(), staff.scope, id).await?;
    let found = found.ok_or_else(|| ApiError::not_found("There is no such order."))?;
    Ok(Json(TimelineAnswer::of(found, staff.role)))
}
