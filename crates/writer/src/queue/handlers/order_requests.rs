//! `GET /api/v1/writer-management/dashboard/order-requests`

use axum::{Json, extract::State};
use chrono::{DateTime, Utc};
use serde::Serialize;
use tally_auth::Writer;
use tally_db::Db;
use tally_entity::{OrderId, OrderStatus, Role};
use tally_http::{Amount, ApiResult, Problems, UserRef, access::WRITER};
use tally_kernel::Clock;
use utoipa::ToSchema;

use crate::queue::repository::{
    asked::Ask,
    order_requests::{self, Figures},
};

/// Everything that the caller asked for.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct AskedAnswer {
    requests: Vec<AskRow>,
    statistics: AskedStatistics,
    last_updated: DateTime<Utc>,
}

/// Something that the caller asked for.
#[derive(Debug, Serialize, ToSchema)]
struct AskRow {
    id: i64,
    /// `order_request` for an order, `writer_request` for a change of one.
    r#type: &'static str,
    #[schema(value_type = i64)]
    order_id: OrderId,
    order_topic: String,
    #[schema(value_type = String)]
    order_status: OrderStatus,
    order_price: Amount,
    order_pages: i32,
    status: String,
    requested_at: DateTime<Utc>,
    reason: String,
    reviewed_by: Option<String>,
    reviewed_at: Option<DateTime<Utc>>,
    additional_pages: i32,
    additional_slides: i32,
    /// Whether the client wants something else instead.
    has_counter_offer: bool,
}

/// How much the caller asked for, and what became of it.
#[derive(Debug, Serialize, ToSchema)]
struct AskedStatistics {
    total: i64,
    pending: i64,
    approved: i64,
    rejected: i64,
    recent_7_days: i64,
}

impl From<Ask> for AskRow {
    fn from(ask: Ask) -> Self {
        let Ask {
            id,
            request_type,
            order_id,
            order_topic,
            order_status,
            order_price_cents,
            order_pages,
            status,
            reason,
            additional_pages,
            additional_slides,
            has_counter_offer,
            reviewer,
            reviewed_at,
            created_at,
            updated_at: _,
        } = ask;
        Self {
            id,
            r#type: if request_type.is_some() { "writer_request" } else { "order_request" },
            order_id,
            order_topic,
            order_status,
            order_price: Amount::cents(order_price_cents),
            order_pages,
            status,
            requested_at: created_at,
            reason,
            // A client decides about changes, too.
            reviewed_by: reviewer.map(|reviewer| UserRef::seen_by(Role::Writer, reviewer).username),
            reviewed_at,
            additional_pages,
            additional_slides,
            has_counter_offer,
        }
    }
}

impl From<Figures> for AskedStatistics {
    fn from(Figures { total, pending, approved, rejected, recent }: Figures) -> Self {
        Self { total, pending, approved, rejected, recent_7_days: recent }
    }
}

/// What the caller asked for, newest first
#[utoipa::path(
    get,
    path = "/writer-management/dashboard/order-requests",
    tag = "writer",
    responses((status = OK, body = AskedAnswer), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(WRITER))),
)]
pub(crate) async fn get_writer_order_requests(
    State(db): State<Db>,
    State(clock): State<Clock>,
    writer: Writer,
) -> ApiResult<Json<AskedAnswer>> {
    let now = clock.now();
    let (asks, figures) = order_requests::load(db.reads(), writer.id, now).await?;
    let requests = asks.into_iter().map(Into::into).collect();
    Ok(Json(AskedAnswer { requests, statistics: figures.into(), last_updated: now }))
}
