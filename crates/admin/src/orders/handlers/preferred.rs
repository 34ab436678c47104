//! `GET /api/v1/orders/preferred-writer-responses/pending`

use axum::{Json, extract::State};
use chrono::{DateTime, Utc};
use serde::Serialize;
use tally_auth::Writer;
use tally_db::Db;
use tally_entity::{OrderId, Role};
use tally_http::{ApiResult, Problems, access::WRITER};
use utoipa::ToSchema;

use super::row::OrderRow;
use crate::orders::repository::{order::Order, preferred};

/// An order whose client wants the caller to write it.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct PreferredRow {
    #[schema(value_type = i64)]
    order_id: OrderId,
    order: OrderRow,
    created_at: DateTime<Utc>,
}

impl From<Order> for PreferredRow {
    fn from(order: Order) -> Self {
        let (order_id, created_at) = (order.id, order.created_at);
        Self { order_id, order: OrderRow::of(order, Role::Writer), created_at }
    }
}

/// Orders that wait for the caller because their clients want him, newest first
#[utoipa::path(
    get,
    path = "/orders/preferred-writer-responses/pending",
    tag = "orders",
    responses((status = OK, body = Vec<PreferredRow>), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(WRITER))),
)]
pub(crate) async fn list_preferred_orders(
    State(db): State<Db>,
    writer: Writer,
) -> ApiResult<Json<Vec<PreferredRow>>> {
    let found = preferred::load(db.reads(), writer.id).await?;
    Ok(Json(found.into_iter().map(Into::into).collect()))
}
