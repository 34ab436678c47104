//! `GET /api/v1/admin-management/orders/assignment-queue`

use axum::{Json, extract::State};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use tally_auth::{Desk, ScopeQuery, Scoped};
use tally_db::Db;
use tally_entity::{OrderRequestId, OrderStatus, Role, UserId, user::full_name};
use tally_http::{ApiResult, Clamped, Decimal, Params, Problems, Words, access::DESK};
use tally_kernel::{Clock, Hundredths};
use utoipa::{IntoParams, ToSchema};

use super::row::OrderRow;
use crate::orders::repository::assignment_queue::{self, QueuedOrder, WriterRequest};

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct AssignmentQueueQuery {
    /// Lists only orders of these statuses.
    #[serde(default)]
    #[param(value_type = Option<Vec<String>>)]
    status: Words,
    /// How many are listed at most; set to the nearest bound.
    #[serde(default)]
    #[param(value_type = Option<i64>, minimum = 1, maximum = 250, default = 50)]
    limit: Clamped<1, 250, 50>,
}

/// Orders that wait for a writer.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct AssignmentQueueAnswer {
    /// The most pressing first.
    orders: Vec<QueueRow>,
    /// Rows in `orders`.
    count: usize,
    total_needing_assignment: i64,
}

/// An order that waits for a writer.
#[derive(Debug, Serialize, ToSchema)]
struct QueueRow {
    #[serde(flatten)]
    order: OrderRow,
    /// 0 to 100.
    priority_score: Decimal,
    urgency: Urgency,
    /// Who wants it, the best first.
    writer_requests: Vec<QueueRequest>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "lowercase")]
enum Urgency {
    High,
    Medium,
    Normal,
}

/// A writer who wants the order.
#[derive(Debug, Serialize, ToSchema)]
struct QueueRequest {
    #[schema(value_type = i64)]
    id: OrderRequestId,
    #[schema(value_type = i64)]
    writer_id: UserId,
    writer_username: String,
    writer_name: String,
    /// 0 to 100: good writers with free places first.
    priority_score: Decimal,
    rating: Option<Decimal>,
    reason: String,
    requested_at: DateTime<Utc>,
}

impl Urgency {
    fn of(score: i64) -> Self {
        match score {
            60.. => Self::High,
            30..60 => Self::Medium,
            _ => Self::Normal,
        }
    }
}

impl QueueRow {
    fn of((row, requests): (QueuedOrder, Vec<WriterRequest>), reader: Role) -> Self {
        let QueuedOrder { orders: _, order, score } = row;
        Self {
            order: OrderRow::of(order, reader),
            priority_score: Hundredths(100 * score).into(),
            urgency: Urgency::of(score),
            writer_requests: requests.into_iter().map(QueueRequest::from).collect(),
        }
    }
}

impl From<WriterRequest> for QueueRequest {
    fn from(row: WriterRequest) -> Self {
        let WriterRequest {
            id,
            order_id: _,
            writer_id,
            username,
            first_name,
            last_name,
            score,
            rating,
            reason,
            created_at,
        } = row;
        Self {
            id,
            writer_id,
            writer_name: full_name(&first_name, &last_name, &username),
            writer_username: username,
            priority_score: Hundredths(score).into(),
            rating: rating.map(|rating| Hundredths(rating).into()),
            reason,
            requested_at: created_at,
        }
    }
}

/// Orders that wait for a writer, and the writers who want them
#[utoipa::path(
    get,
    path = "/admin-management/orders/assignment-queue",
    tag = "admin",
    params(ScopeQuery, AssignmentQueueQuery),
    responses((status = OK, body = AssignmentQueueAnswer), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(DESK))),
)]
pub(crate) async fn get_admin_assignment_queue(
    State(db): State<Db>,
    State(clock): State<Clock>,
    desk: Scoped<Desk>,
    Params(query): Params<AssignmentQueueQuery>,
) -> ApiResult<Json<AssignmentQueueAnswer>> {
    let statuses = (!query.status.0.is_empty()).then(|| query.status.known::<OrderStatus>());
    let limit = query.limit.get().into();
    let rows =
        assignment_queue::load(db.reads(), desk.scope, statuses.as_deref(), limit, clock.now()).await?;
    let total_needing_assignment = rows.first().map_or(0, |(row, _)| row.orders);
    let orders: Vec<_> = rows.into_iter().map(|row| QueueRow::of(row, desk.role)).collect();
    Ok(Json(AssignmentQueueAnswer { count: orders.len(), orders, total_needing_assignment }))
}
