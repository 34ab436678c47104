//! `GET /api/v1/superadmin-management/users`

use axum::{Json, extract::State};
use serde::Deserialize;
use tally_auth::{ScopeQuery, Scoped, Superadmin};
use tally_db::Db;
use tally_http::{ApiResult, Flag, Page, PageQuery, Paging, Params, Problems, Words, access::SUPERADMIN};
use utoipa::IntoParams;

use crate::users::{
    handlers::row::UserRow,
    repository::list::{self, Wanted},
};

/// Which users are wanted.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct EveryUserQuery {
    /// Beginnings of words of the user name, the e-mail address or the names, or an id.
    search: Option<String>,
    #[param(value_type = Option<Vec<String>>)]
    role: Option<Words>,
    #[param(value_type = Option<bool>)]
    is_suspended: Option<Flag>,
}

impl From<EveryUserQuery> for Wanted {
    fn from(query: EveryUserQuery) -> Self {
        let EveryUserQuery { search, role, is_suspended } = query;
        Self {
            superadmins: true,
            roles: role.map(|words| words.known()),
            is_suspended: is_suspended.map(|Flag(suspended)| suspended),
            search,
            ..Self::default()
        }
    }
}

/// Users, newest first
#[utoipa::path(
    get,
    path = "/superadmin-management/users",
    tag = "admin",
    params(ScopeQuery, EveryUserQuery, PageQuery),
    responses((status = OK, body = Page<UserRow>), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(SUPERADMIN))),
)]
pub(crate) async fn get_superadmin_users(
    State(db): State<Db>,
    superadmin: Scoped<Superadmin>,
    paging: Paging<500, 100>,
    Params(query): Params<EveryUserQuery>,
) -> ApiResult<Json<Page<UserRow>>> {
    let (wanted, limit, offset) = (query.into(), paging.limit(), paging.offset());
    let (count, users) = list::load(db.reads(), superadmin.scope, &wanted, &[], limit, offset).await?;
    Ok(Json(paging.page(count, users.into_iter().map(Into::into).collect())))
}
