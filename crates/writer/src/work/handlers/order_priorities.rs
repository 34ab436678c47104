//! `GET /api/v1/writer-management/dashboard/order-priorities`

use std::collections::BTreeMap;

use axum::{Json, extract::State};
use chrono::{DateTime, Utc};
use serde::Serialize;
use tally_auth::Writer;
use tally_db::Db;
use tally_entity::OrderPriority;
use tally_http::{ApiResult, Problems, access::WRITER};
use utoipa::ToSchema;

use crate::work::repository::order_priorities::{self, Ranked};

/// How a writer ranks his orders.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct WriterOrderPriorities {
    /// By the order's id; every order the writer has or had.
    #[schema(value_type = BTreeMap<String, RankedOrder>)]
    priorities: BTreeMap<i64, RankedOrder>,
    total_orders: usize,
    /// Those that are not of medium priority.
    prioritized: usize,
}

/// How he ranks one; medium where he said nothing.
#[derive(Debug, Serialize, ToSchema)]
struct RankedOrder {
    #[schema(value_type = String)]
    priority: OrderPriority,
    notes: Option<String>,
    updated_at: Option<DateTime<Utc>>,
}

/// How the caller ranks his orders
#[utoipa::path(
    get,
    path = "/writer-management/dashboard/order-priorities",
    tag = "writer",
    responses((status = OK, body = WriterOrderPriorities), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(WRITER))),
)]
pub(crate) async fn get_writer_order_priorities(
    State(db): State<Db>,
    writer: Writer,
) -> ApiResult<Json<WriterOrderPriorities>> {
    Ok(Json(order_priorities::load(db.reads(), writer.id).await?.into()))
}

impl From<Vec<Ranked>> for WriterOrderPriorities {
    fn from(rows: Vec<Ranked>) -> Self {
        let ranked = |Ranked { id, priority, notes, updated_at }| {
            let priority = priority.unwrap_or(OrderPriority::Medium);
            (i64::from(id), RankedOrder { priority, notes, updated_at })
        };
        let priorities: BTreeMap<_, _> = rows.into_iter().map(ranked).collect();
        let is_ranked = |order: &&RankedOrder| order.priority != OrderPriority::Medium;
        Self {
            total_orders: priorities.len(),
            prioritized: priorities.values().filter(is_ranked).count(),
            priorities,
        }
    }
}
