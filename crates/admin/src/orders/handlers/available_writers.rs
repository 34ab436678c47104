//! `GET /api/v1/admin-management/writer-assignment/available-writers`

mod answer;

use axum::{Json, extract::State};
use serde::Deserialize;
use tally_auth::{Desk, ScopeQuery, Scoped};
use tally_db::Db;
use tally_entity::{OrderId, WebsiteScope};
use tally_http::{ApiResult, Clamped, Params, Problems, access::DESK};
use utoipa::IntoParams;

use self::answer::AvailableWritersAnswer;
use super::viewer::unknown;
use crate::orders::repository::available_writers;

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct AvailableWritersQuery {
    /// Lists the writers of the website of this order.
    #[param(value_type = Option<i64>)]
    order_id: Option<OrderId>,
    /// How many are listed at most; set to the nearest bound.
    #[serde(default)]
    #[param(value_type = Option<i64>, minimum = 1, maximum = 250, default = 250)]
    limit: Clamped<1, 250, 250>,
}

/// Writers and how much they have to do, the one with most free places first
#[utoipa::path(
    get,
    path = "/admin-management/writer-assignment/available-writers",
    tag = "admin",
    params(ScopeQuery, AvailableWritersQuery),
    responses((status = OK, body = AvailableWritersAnswer), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(DESK))),
)]
pub(crate) async fn get_admin_available_writers(
    State(db): State<Db>,
    desk: Scoped<Desk>,
    Params(query): Params<AvailableWritersQuery>,
) -> ApiResult<Json<AvailableWritersAnswer>> {
    let (db, mut scope, mut order) = (db.reads(), desk.scope, None);
    if let Some(id) = query.order_id {
        let found = available_writers::wanting(db, scope, id).await?.ok_or_else(unknown)?;
        scope = WebsiteScope::One(found.website_id);
        order = Some(found);
    }
    let writers = available_writers::writers(db, scope, query.limit.get().into()).await?;
    let orders = available_writers::orders_of(db, writers.iter().map(|writer| writer.id)).await?;
    Ok(Json(AvailableWritersAnswer::new(writers, orders, order)))
}
