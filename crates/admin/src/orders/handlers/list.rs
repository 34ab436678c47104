//! `GET /api/v1/orders/orders`

pub(crate) mod query;

use axum::{Json, extract::State};
use tally_auth::{Member, ScopeQuery, Scoped};
use tally_db::Db;
use tally_http::{ApiResult, Page, PageQuery, Paging, Problems, access::MEMBER};
use tally_kernel::Clock;

use self::query::{ListQuery, OrderingQuery, PeopleQuery, RemovedQuery, StateQuery, TimeQuery, WorkQuery};
use super::{row::OrderRow, viewer::viewer};
use crate::orders::repository::list;

/// The orders the caller sees
#[utoipa::path(
    get,
    path = "/orders/orders",
    tag = "orders",
    params(ScopeQuery, StateQuery, RemovedQuery, PeopleQuery, WorkQuery, TimeQuery, OrderingQuery, PageQuery),
    responses((status = OK, body = Page<OrderRow>), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(MEMBER))),
)]
pub(crate) async fn list_orders(
    State(db): State<Db>,
    State(clock): State<Clock>,
    member: Scoped<Member>,
    paging: Paging<500, 20>,
    query: ListQuery,
) -> ApiResult<Json<Page<OrderRow>>> {
    let (wanted, order) = query.wanted(&member);
    let slice = (paging.limit(), paging.offset());
    let (count, rows) = list::load(db.reads(), viewer(&member), &wanted, &order, slice, clock.now()).await?;
    let rows = rows.into_iter().map(|order| OrderRow::of(order, member.role)).collect();
    Ok(Json(paging.page(count, rows)))
}
