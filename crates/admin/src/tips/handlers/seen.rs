//! `GET /api/v1/writer-management/tips`, `GET /api/v1/writer-management/tips/{id}`

use axum::{Json, extract::State};
use serde::Deserialize;
use tally_auth::{Member, ScopeQuery, Scoped};
use tally_db::Db;
use tally_entity::{ClassBundleId, OrderId, Role, TipId};
use tally_http::{ApiError, ApiResult, DayOrInstant, Params, PathParam, Problems, access::MEMBER};
use utoipa::IntoParams;

use super::list_tips::row::TipRow;
use crate::tips::repository::seen::{self, Viewer, Wanted};

/// Which tips are wanted.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct SeenTipsQuery {
    tip_type: Option<String>,
    #[param(value_type = Option<i64>)]
    order_id: Option<OrderId>,
    /// A class bundle.
    #[param(value_type = Option<i64>)]
    related_entity_id: Option<ClassBundleId>,
    /// A day or an instant: not sent before it.
    #[param(value_type = Option<String>)]
    date_from: Option<DayOrInstant>,
    /// A day, which is included, or an instant, which is not.
    #[param(value_type = Option<String>)]
    date_to: Option<DayOrInstant>,
}

impl From<SeenTipsQuery> for Wanted {
    fn from(query: SeenTipsQuery) -> Self {
        let SeenTipsQuery { tip_type, order_id: order, related_entity_id: bundle, date_from, date_to } =
            query;
        let (from, until) = (date_from.map(DayOrInstant::start), date_to.map(DayOrInstant::end));
        Self { tip_type, order, bundle, from, until }
    }
}

/// The tips that exist for this caller.
pub(super) fn viewer(member: &Scoped<Member>) -> Viewer {
    match member.role {
        Role::Client => Viewer::Client(member.id),
        Role::Writer => Viewer::Writer(member.id),
        Role::Superadmin | Role::Admin | Role::Editor | Role::Support => Viewer::Staff(member.scope),
    }
}

/// 404.
pub(super) fn unknown() -> ApiError {
    ApiError::not_found("There is no such tip.")
}

/// Tips that were given or received, newest first
#[utoipa::path(
    get,
    path = "/writer-management/tips",
    tag = "tips",
    params(ScopeQuery, SeenTipsQuery),
    responses((status = OK, body = Vec<TipRow>), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(MEMBER))),
)]
pub(crate) async fn list_tips(
    State(db): State<Db>,
    member: Scoped<Member>,
    Params(query): Params<SeenTipsQuery>,
) -> ApiResult<Json<Vec<TipRow>>> {
    let tips = seen::load(db.reads(), viewer(&member), &query.into()).await?;
    Ok(Json(tips.into_iter().map(|tip| TipRow::seen_by(member.role, tip)).collect()))
}

/// A tip
#[utoipa::path(
    get,
    path = "/writer-management/tips/{id}",
    tag = "tips",
    params(("id" = i64, Path, description = "The tip"), ScopeQuery),
    responses((status = OK, body = TipRow), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(MEMBER))),
)]
pub(crate) async fn get_tip(
    State(db): State<Db>,
    member: Scoped<Member>,
    PathParam(id): PathParam<TipId>,
) -> ApiResult<Json<TipRow>> {
    let found = seen::find(db.reads(), viewer(&member), id).await?;
    Ok(Json(TipRow::seen_by(member.role, found.ok_or_else(unknown)?)))
}
