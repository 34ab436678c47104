//! `GET /api/v1/class-management/class-bundles`

use axum::{Json, extract::State};
use serde::Deserialize;
use tally_auth::{Member, ScopeQuery, Scoped};
use tally_db::Db;
use tally_http::{ApiResult, Page, PageQuery, Paging, Params, Problems, Words, access::MEMBER};
use utoipa::IntoParams;

use super::row::BundleRow;
use crate::{
    class_bundles::repository::list::{self, Wanted},
    viewer::Viewer,
};

/// Which packages are wanted.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct ClassBundlesQuery {
    /// Any of these.
    #[param(value_type = Option<Vec<String>>)]
    status: Option<Words>,
    /// Any of these.
    #[param(value_type = Option<Vec<String>>)]
    pricing_source: Option<Words>,
    /// Beginnings of words of the client's user name or e-mail address, or an id.
    search: Option<String>,
}

impl From<ClassBundlesQuery> for Wanted {
    fn from(query: ClassBundlesQuery) -> Self {
        let ClassBundlesQuery { status, pricing_source, search } = query;
        Self {
            statuses: status.map(|words| words.known()),
            pricing_sources: pricing_source.map(|words| words.known()),
            search,
        }
    }
}

/// The packages of classes the caller sees
#[utoipa::path(
    get,
    path = "/class-management/class-bundles",
    tag = "classes",
    params(ScopeQuery, ClassBundlesQuery, PageQuery),
    responses((status = OK, body = Page<BundleRow>), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(MEMBER))),
)]
pub(crate) async fn list_class_bundles(
    State(db): State<Db>,
    member: Scoped<Member>,
    paging: Paging<250, 20>,
    Params(query): Params<ClassBundlesQuery>,
) -> ApiResult<Json<Page<BundleRow>>> {
    let (limit, offset) = (paging.limit(), paging.offset());
    let (count, rows) = list::load(db.reads(), Viewer::of(&member), &query.into(), limit, offset).await?;
    let rows = rows.into_iter().map(|bundle| BundleRow::of(bundle, member.role)).collect();
    Ok(Json(paging.page(count, rows)))
}
