//! `GET /api/v1/writer-management/writer-order-requests`

use axum::{Json, extract::State};
use tally_auth::{ScopeQuery, Scoped, Worker};
use tally_db::Db;
use tally_entity::OrderRequestKind;
use tally_http::{ApiResult, Page, PageQuery, Paging, Params, Problems, access::WORKER};

use super::{
    row::RequestRow,
    viewer::{RequestsQuery, viewer},
};
use crate::requests::repository::list;

/// Requests for orders, newest first
#[utoipa::path(
    get,
    path = "/writer-management/writer-order-requests",
    tag = "writer",
    params(ScopeQuery, RequestsQuery, PageQuery),
    responses((status = OK, body = Page<RequestRow>), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(WORKER))),
)]
pub(crate) async fn list_order_requests(
    State(db): State<Db>,
    worker: Scoped<Worker>,
    paging: Paging<250, 20>,
    Params(query): Params<RequestsQuery>,
) -> ApiResult<Json<Page<RequestRow>>> {
    let (viewer, wanted) = (viewer(&worker), query.wanted(&worker));
    let slice = (paging.limit(), paging.offset());
    let (count, rows) = list::load(db.reads(), viewer, OrderRequestKind::Request, &wanted, slice).await?;
    let rows = rows.into_iter().map(|row| RequestRow::of(row, worker.role)).collect();
    Ok(Json(paging.page(count, rows)))
}
