//! `GET /api/v1/refunds/refunds`, `GET /api/v1/refunds/refunds/{id}`

use axum::{Json, extract::State};
use serde::Deserialize;
use tally_auth::{Member, ScopeQuery, Scoped};
use tally_db::Db;
use tally_entity::RefundId;
use tally_http::{ApiResult, Page, PageQuery, Paging, Params, PathParam, Problems, Words, access::MEMBER};
use utoipa::IntoParams;

use super::{
    row::RefundRow,
    viewer::{unknown, viewer},
};
use crate::refunds::repository::{
    refund,
    refunds::{self, Wanted},
};

/// Which refunds are wanted.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct RefundsQuery {
    /// Any of these statuses.
    #[param(value_type = Option<Vec<String>>)]
    status: Option<Words>,
    /// Any of these ways.
    #[param(value_type = Option<Vec<String>>)]
    refund_method: Option<Words>,
    /// Beginnings of words of the client's user name or e-mail address, a part of the payment's reference, or
    /// an id.
    search: Option<String>,
}

impl From<RefundsQuery> for Wanted {
    fn from(query: RefundsQuery) -> Self {
        let RefundsQuery { status, refund_method, search } = query;
        let (statuses, methods) =
            (status.map(|words| words.known()), refund_method.map(|words| words.known()));
        Self { statuses, methods, search }
    }
}

/// Refunds: staff sees all, clients their own
#[utoipa::path(
    get,
    path = "/refunds/refunds",
    tag = "refunds",
    params(ScopeQuery, RefundsQuery, PageQuery),
    responses((status = OK, body = Page<RefundRow>), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(MEMBER))),
)]
pub(crate) async fn list_refunds(
    State(db): State<Db>,
    member: Scoped<Member>,
    paging: Paging<250, 250>,
    Params(query): Params<RefundsQuery>,
) -> ApiResult<Json<Page<RefundRow>>> {
    let (limit, offset) = (paging.limit(), paging.offset());
    let (count, rows) = refunds::load(db.reads(), viewer(&member), &query.into(), limit, offset).await?;
    Ok(Json(paging.page(count, rows.into_iter().map(|row| RefundRow::of(row, member.role)).collect())))
}

/// One refund
#[utoipa::path(
    get,
    path = "/refunds/refunds/{id}",
    tag = "refunds",
    params(("id" = i64, Path, description = "The refund"), ScopeQuery),
    responses((status = OK, body = RefundRow), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(MEMBER))),
)]
pub(crate) async fn get_refund(
    State(db): State<Db>,
    member: Scoped<Member>,
    PathParam(id): PathParam<RefundId>,
) -> ApiResult<Json<RefundRow>> {
    let found = refund::find(db.reads(), viewer(&member), id).await?;
    Ok(Json(RefundRow::of(found.ok_or_else(unknown)?, member.role)))
}
