//! `GET /api/v1/order-communications/communication-threads/order-recipients`

use axum::{Json, extract::State};
use serde::Deserialize;
use tally_auth::{Member, ScopeQuery, Scoped};
use tally_db::Db;
use tally_entity::OrderId;
use tally_http::{ApiError, ApiResult, Params, Problems, access::MEMBER, invalid_param};
use utoipa::IntoParams;

use super::row::Recipient;
use crate::{threads::repository::order_recipients, viewer::Viewer};

/// Which order it is about.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct RecipientsQuery {
    /// The order; needed.
    #[param(value_type = Option<i64>)]
    order_id: Option<OrderId>,
}

/// Whom the caller can write to about an order
#[utoipa::path(
    get,
    path = "/order-communications/communication-threads/order-recipients",
    tag = "communications",
    params(ScopeQuery, RecipientsQuery),
    responses((status = OK, body = Vec<Recipient>), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(MEMBER))),
)]
pub(crate) async fn list_order_recipients(
    State(db): State<Db>,
    member: Scoped<Member>,
    Params(RecipientsQuery { order_id }): Params<RecipientsQuery>,
) -> ApiResult<Json<Vec<Recipient>>> {
    let order = order_id.ok_or_else(|| invalid_param("order_id", "is required"))?;
    let found = order_recipients::load(db.reads(), Viewer::of(&member), order).await?;
    let people = found.ok_or_else(|| ApiError::not_found("There is no such order."))?;
    Ok(Json(people.into_iter().map(|person| Recipient::new(person, member.role)).collect()))
}
