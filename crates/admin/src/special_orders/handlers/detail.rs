//! `GET /api/v1/special-orders/api/special-orders/{id}`

use axum::{Json, extract::State};
use serde::Serialize;
use tally_auth::{Member, ScopeQuery, Scoped};
use tally_db::Db;
use tally_entity::SpecialOrderId;
use tally_http::{ApiError, ApiResult, PathParam, Problems, access::MEMBER};
use tally_kernel::Clock;
use utoipa::ToSchema;

use super::row::SpecialOrderRow;
use crate::{
    installments::handlers::tracking::{InstallmentRow, OfSpecialOrder},
    special_orders::repository::detail::{self, NotedOrder},
    viewer::Viewer,
};

/// A special order with its installments.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct SpecialOrderAnswer {
    #[serde(flatten)]
    order: SpecialOrderRow,
    /// By number.
    installments: Vec<InstallmentRow<OfSpecialOrder>>,
    /// For staff only.
    #[serde(skip_serializing_if = "Option::is_none")]
    admin_notes: Option<String>,
}

/// One special order
#[utoipa::path(
    get,
    path = "/special-orders/api/special-orders/{id}",
    tag = "special orders",
    params(("id" = i64, Path, description = "The special order"), ScopeQuery),
    responses((status = OK, body = SpecialOrderAnswer), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(MEMBER))),
)]
pub(crate) async fn get_special_order(
    State(db): State<Db>,
    State(clock): State<Clock>,
    member: Scoped<Member>,
    PathParam(id): PathParam<SpecialOrderId>,
) -> ApiResult<Json<SpecialOrderAnswer>> {
    let found = detail::find(db.reads(), Viewer::of(&member), id, clock.now()).await?;
    let unknown = || ApiError::not_found("There is no such special order.");
    let (NotedOrder { order, admin_notes }, installments) = found.ok_or_else(unknown)?;
    Ok(Json(SpecialOrderAnswer {
        order: SpecialOrderRow::of(order, member.role),
        installments: installments.into_iter().map(Into::into).collect(),
        admin_notes: member.is_staff().then_some(admin_notes),
    }))
}
