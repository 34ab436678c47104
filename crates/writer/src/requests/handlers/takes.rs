//! `GET /api/v1/writer-management/writer-order-takes`

use axum::{Json, extract::State};
use tally_auth::{ScopeQuery, Scoped, Worker};
use tally_db::Db;
use tally_entity::OrderRequestKind;
use tally_http::{ApiResult, Page, PageQuery, Paging, Params, Problems, access::WORKER};

use super::{
    row::TakeRow,
    viewer::{RequestsQuery, viewer},
};
use crate::requests::repository::list;

/// Orders that writers took, newest first
#[utoipa::path(
    get,
    path = "/writer-management/writer-order-takes",
    tag = "writer",
    params(ScopeQuery, RequestsQuery, PageQuery),
    responses((status = OK, body = Page<TakeRow>), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(WORKER))),
)]
pub(crate) async fn list_order_takes(
    State(db): State<Db>,
    worker: Scoped<Worker>,
    paging: Paging<250, 20>,
    Params(query): Params<RequestsQuery>,
) -> ApiResult<Json<Page<TakeRow>>> {
    let (viewer, wanted) = (viewer(&worker), query.wanted(&worker));
    let slice = (paging.limit(), paging.offset());
    let (count, rows) = list::load(db.reads(), viewer, OrderRequestKind::Take, &wanted, slice).await?;
    let rows = rows.into_iter().map(|row| TakeRow::of(row, worker.role)).collect();
    Ok(Json(paging.page(count, rows)))
}
