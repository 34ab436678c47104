//! `GET`, `POST` and `PATCH /api/v1/writer-management/dashboard/order-priority/{order_id}`

use axum::{Json, extract::State, http::StatusCode, response::Response};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use tally_auth::{Once, Writer};
use tally_db::Db;
use tally_entity::{OrderId, OrderPriority};
use tally_http::{ApiError, ApiResult, Body, IdempotencyHeader, PathParam, Problems, access::WRITER};
use utoipa::ToSchema;

use crate::work::repository::order_priority::{self, Rank};

/// Characters of notes that are kept.
const NOTES: usize = 500;

/// How a writer ranks an order.
#[derive(Debug, Deserialize, ToSchema)]
pub(crate) struct RankBody {
    /// `high`, `medium` or `low`; `medium` when it is left out.
    priority: Option<String>,
    /// What is longer than 500 characters is cut. Left out, the notes stay as they are.
    notes: Option<String>,
}

/// How the caller ranks an order; medium where he said nothing.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct OrderRank {
    #[schema(value_type = i64)]
    order_id: OrderId,
    #[schema(value_type = String)]
    priority: OrderPriority,
    notes: Option<String>,
    created_at: Option<DateTime<Utc>>,
    updated_at: Option<DateTime<Utc>>,
}

/// The same, and whether it was said for the first time.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct SavedOrderRank {
    #[serde(flatten)]
    rank: OrderRank,
    created: bool,
}

/// How the caller ranks one of his orders
#[utoipa::path(
    get,
    path = "/writer-management/dashboard/order-priority/{order_id}",
    tag = "writer",
    params(("order_id" = i64, Path)),
    responses((status = OK, body = OrderRank), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(WRITER))),
)]
pub(crate) async fn get_writer_order_priority(
    State(db): State<Db>,
    writer: Writer,
    PathParam(id): PathParam<OrderId>,
) -> ApiResult<Json<OrderRank>> {
    let rank = order_priority::load(db.reads(), writer.id, id).await?.ok_or_else(unknown)?;
    Ok(Json(OrderRank::new(id, rank)))
}

/// Ranks one of the caller's orders
#[utoipa::path(
    post,
    path = "/writer-management/dashboard/order-priority/{order_id}",
    tag = "writer",
    params(("order_id" = i64, Path), IdempotencyHeader),
    request_body = RankBody,
    responses(
        (status = OK, body = SavedOrderRank),
        (status = CREATED, body = SavedOrderRank),
        Problems
    ),
    security(("bearer" = [])),
    extensions(("x-access" = json!(WRITER))),
)]
pub(crate) async fn post_writer_order_priority(
    State(db): State<Db>,
    writer: Writer,
    PathParam(id): PathParam<OrderId>,
    once: Once,
    Body(body): Body<RankBody>,
) -> ApiResult<Response> {
    save(&db, once, &writer, id, body).await
}

/// Ranks one of the caller's orders, like POST
#[utoipa::path(
    patch,
    path = "/writer-management/dashboard/order-priority/{order_id}",
    tag = "writer",
    params(("order_id" = i64, Path), IdempotencyHeader),
    request_body = RankBody,
    responses(
        (status = OK, body = SavedOrderRank),
        (status = CREATED, body = SavedOrderRank),
        Problems
    ),
    security(("bearer" = [])),
    extensions(("x-access" = json!(WRITER))),
)]
pub(crate) async fn patch_writer_order_priority(
    State(db): State<Db>,
    writer: Writer,
    PathParam(id): PathParam<OrderId>,
    once: Once,
    Body(body): Body<RankBody>,
) -> ApiResult<Response> {
    save(&db, once, &writer, id, body).await
}

async fn save(db: &Db, once: Once, writer: &Writer, id: OrderId, body: RankBody) -> ApiResult<Response> {
    let (priority, notes) = body.checked()?;
    let tx = once.begin(db).await?;
    let saved = order_priority::save(&tx, writer.id, id, priority, notes).await?;
    let (rank, created) = saved.ok_or_else(unknown)?;
    let status = if created { StatusCode::CREATED } else { StatusCode::OK };
    let answer = SavedOrderRank { rank: OrderRank::new(id, rank), created };
    tx.commit((status, Json(answer))).await
}

fn unknown() -> ApiError {
    ApiError::not_found("There is no such order among yours.")
}

impl RankBody {
    fn checked(self) -> ApiResult<(OrderPriority, Option<String>)> {
        let Self { priority, notes } = self;
        let unknown = |_| {
            ApiError::invalid("/priority", "must be high, medium, or low")
                .saying("Priority must be high, medium, or low.")
        };
        let priority = priority.map_or(Ok(OrderPriority::Medium), |word| word.parse().map_err(unknown))?;
        Ok((priority, notes.map(|notes| notes.chars().take(NOTES).collect())))
    }
}

impl OrderRank {
    fn new(order_id: OrderId, rank: Rank) -> Self {
        let Rank { priority, notes, created_at, updated_at } = rank;
        Self { order_id, priority: priority.unwrap_or(OrderPriority::Medium), notes, created_at, updated_at }
    }
}
