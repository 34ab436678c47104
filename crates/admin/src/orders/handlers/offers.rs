//! `GET /api/v1/orders/writer-assignment-acceptances/pending`

use axum::{Json, extract::State};
use chrono::{DateTime, Utc};
use serde::Serialize;
use tally_auth::Writer;
use tally_db::Db;
use tally_entity::{OrderAssignmentId, OrderId, Role};
use tally_http::{ApiResult, Problems, access::WRITER};
use utoipa::ToSchema;

use super::row::OrderRow;
use crate::orders::repository::offers::{self, OpenOffer};

/// An order that the caller may have if he wants.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct OfferRow {
    #[schema(value_type = i64)]
    id: OrderAssignmentId,
    #[schema(value_type = i64)]
    order_id: OrderId,
    order: OrderRow,
    assigned_at: DateTime<Utc>,
    assigned_by: Option<String>,
}

impl From<OpenOffer> for OfferRow {
    fn from(OpenOffer { offer_id, offered_at, offered_by, order }: OpenOffer) -> Self {
        let (order_id, order) = (order.id, OrderRow::of(order, Role::Writer));
        Self { id: offer_id, order_id, order, assigned_at: offered_at, assigned_by: offered_by }
    }
}

/// Orders that the caller was offered, newest first
#[utoipa::path(
    get,
    path = "/orders/writer-assignment-acceptances/pending",
    tag = "orders",
    responses((status = OK, body = Vec<OfferRow>), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(WRITER))),
)]
pub(crate) async fn list_offers(State(db): State<Db>, writer: Writer) -> ApiResult<Json<Vec<OfferRow>>> {
    let found = offers::load(db.reads(), writer.id).await?;
    Ok(Json(found.into_iter().map(Into::into).collect()))
}
