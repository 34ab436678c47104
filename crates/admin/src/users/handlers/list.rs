//! `GET /api/v1/admin-management/user-management`

use axum::{Json, extract::State};
use serde::Deserialize;
use tally_auth::{Desk, ScopeQuery, Scoped};
use tally_db::Db;
use tally_entity::Role;
use tally_http::{ApiResult, Flag, Page, PageQuery, Paging, Params, Problems, Words, access::DESK};
use utoipa::IntoParams;

use super::row::UserRow;
use crate::users::repository::list::{self, By, SortBy, Wanted};

/// Which users are wanted, and in which order.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct UsersQuery {
    #[param(value_type = Option<Vec<String>>)]
    role: Option<Words>,
    #[param(value_type = Option<bool>)]
    is_active: Option<Flag>,
    #[param(value_type = Option<bool>)]
    is_suspended: Option<Flag>,
    #[param(value_type = Option<bool>)]
    is_blacklisted: Option<Flag>,
    #[param(value_type = Option<bool>)]
    is_on_probation: Option<Flag>,
    /// Beginnings of words of the user name, the e-mail address or the names, or an id.
    search: Option<String>,
    /// `date_joined`, `last_login`, `username` or `email`, several with commas between them, `-` before the
    /// greatest first.
    #[serde(default)]
    #[param(value_type = Option<String>, default = "-date_joined")]
    ordering: Words,
}

impl UsersQuery {
    fn order(&self) -> Vec<SortBy> {
        let by = |word: &String| {
            let (descending, name) =
                word.strip_prefix('-').map_or((false, word.as_str()), |name| (true, name));
            let by = match name {
                "date_joined" => By::Joined,
                "last_login" => By::LastLogin,
                "username" => By::Username,
                "email" => By::Email,
                _ => return None,
            };
            Some(SortBy { by, descending })
        };
        self.ordering.0.iter().filter_map(by).collect()
    }

    fn wanted(self, reader: Role) -> Wanted {
        let Self { role, is_active, is_suspended, is_blacklisted, is_on_probation, search, ordering: _ } =
            self;
        let set = |flag: Option<Flag>| flag.map(|Flag(set)| set);
        Wanted {
            superadmins: reader == Role::Superadmin,
            roles: role.map(|words| words.known()),
            is_active: set(is_active),
            is_suspended: set(is_suspended),
            is_blacklisted: set(is_blacklisted),
            is_on_probation: set(is_on_probation),
            search,
        }
    }
}

/// Users
#[utoipa::path(
    get,
    path = "/admin-management/user-management",
    tag = "admin",
    params(ScopeQuery, UsersQuery, PageQuery),
    responses((status = OK, body = Page<UserRow>), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(DESK))),
)]
pub(crate) async fn get_admin_users(
    State(db): State<Db>,
    desk: Scoped<Desk>,
    paging: Paging<500, 100>,
    Params(query): Params<UsersQuery>,
) -> ApiResult<Json<Page<UserRow>>> {
    let (order, wanted) = (query.order(), query.wanted(desk.role));
    let (limit, offset) = (paging.limit(), paging.offset());
    let (count, users) = list::load(db.reads(), desk.scope, &wanted, &order, limit, offset).await?;
    Ok(Json(paging.page(count, users.into_iter().map(Into::into).collect())))
}
