//! `GET /api/v1/special-orders/api/special-orders`

use axum::{Json, extract::State};
use serde::Deserialize;
use tally_auth::{Member, ScopeQuery, Scoped};
use tally_db::Db;
use tally_http::{ApiResult, Page, PageQuery, Paging, Params, Problems, Words, access::MEMBER};
use utoipa::IntoParams;

use super::row::SpecialOrderRow;
use crate::{
    special_orders::repository::list::{self, Wanted},
    viewer::Viewer,
};

/// Which special orders are wanted.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct SpecialOrdersQuery {
    /// Any of these.
    #[param(value_type = Option<Vec<String>>)]
    status: Option<Words>,
    /// Any of these.
    #[param(value_type = Option<Vec<String>>)]
    order_type: Option<Words>,
    /// Beginnings of words of what is wanted or of the offer's name, for staff also of the client's user name or
    /// e-mail address, or an id.
    search: Option<String>,
}

impl From<SpecialOrdersQuery> for Wanted {
    fn from(query: SpecialOrdersQuery) -> Self {
        let SpecialOrdersQuery { status, order_type, search } = query;
        Self {
            statuses: status.map(|words| words.known()),
            order_types: order_type.map(|words| words.known()),
            search,
        }
    }
}

/// The special orders the caller sees
#[utoipa::path(
    get,
    path = "/special-orders/api/special-orders",
    tag = "special orders",
    params(ScopeQuery, SpecialOrdersQuery, PageQuery),
    responses((status = OK, body = Page<SpecialOrderRow>), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(MEMBER))),
)]
pub(crate) async fn list_special_orders(
    State(db): State<Db>,
    member: Scoped<Member>,
    paging: Paging<250, 50>,
    Params(query): Params<SpecialOrdersQuery>,
) -> ApiResult<Json<Page<SpecialOrderRow>>> {
    let (limit, offset) = (paging.limit(), paging.offset());
    let (count, rows) = list::load(db.reads(), Viewer::of(&member), &query.into(), limit, offset).await?;
    let rows = rows.into_iter().map(|order| SpecialOrderRow::of(order, member.role)).collect();
    Ok(Json(paging.page(count, rows)))
}
