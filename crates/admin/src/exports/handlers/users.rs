//! `GET /api/v1/admin-management/exports/users`

use axum::extract::State;
use serde::Deserialize;
use tally_auth::ScopeQuery;
use tally_db::Db;
use tally_entity::Role;
use tally_http::{ApiResult, Attachment, FileBytes, Flag, Params, Problems, Words, access::ADMIN};
use tally_sheet::{Cell, Record};
use utoipa::IntoParams;

use super::{
    export::{Export, FormatQuery},
    log::Exported,
};
use crate::exports::repository::users::{self, UserLine, Wanted};

const USERS: Exported = Exported { rows: "users", table: "user", file: "users_export" };

/// Which users are wanted.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct UsersQuery {
    /// Any of these roles.
    #[param(value_type = Option<Vec<String>>)]
    role: Option<Words>,
    #[param(value_type = Option<bool>)]
    is_active: Option<Flag>,
}

impl From<UsersQuery> for Wanted {
    fn from(query: UsersQuery) -> Self {
        let UsersQuery { role, is_active } = query;
        Self { roles: role.map(|words| words.known()), is_active: is_active.map(|Flag(active)| active) }
    }
}

impl Record<14> for UserLine {
    const COLUMNS: [&'static str; 14] = [
        "User ID",
        "Username",
        "Email",
        "Role",
        "First Name",
        "Last Name",
        "Is Active",
        "Is Staff",
        "Is Suspended",
        "Date Joined",
        "Last Login",
        "Registration ID (Client)",
        "Registration ID (Writer)",
        "Pen Name",
    ];

    fn cells(self) -> [Cell; 14] {
        let Self {
            id,
            username,
            email,
            role,
            first_name,
            last_name,
            is_active,
            is_suspended,
            joined_at,
            last_login_at,
            client_registration,
            writer_registration,
            pen_name,
        } = self;
        [
            id.0.into(),
            username.into(),
            email.into(),
            role.as_str().into(),
            first_name.into(),
            last_name.into(),
            is_active.into(),
            (!matches!(role, Role::Writer | Role::Client)).into(),
            is_suspended.into(),
            joined_at.into(),
            last_login_at.into(),
            client_registration.into(),
            writer_registration.into(),
            pen_name.into(),
        ]
    }
}

/// Everybody, in a file
#[utoipa::path(
    get,
    path = "/admin-management/exports/users",
    tag = "admin",
    params(ScopeQuery, FormatQuery, UsersQuery),
    responses(
        (status = OK, description = "The file", content(
            (FileBytes = "text/csv"),
            (FileBytes = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        )),
        Problems,
    ),
    security(("bearer" = [])),
    extensions(("x-access" = json!(ADMIN))),
)]
pub(crate) async fn export_admin_users(
    State(db): State<Db>,
    export: Export,
    Params(query): Params<UsersQuery>,
) -> ApiResult<Attachment> {
    let users = users::open(db.reads(), export.scope, &query.into()).await?;
    export.send(USERS, users).await
}
