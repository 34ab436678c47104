//! `GET /api/v1/admin-management/user-management/stats`

use axum::extract::State;
use serde::Serialize;
use tally_auth::{Desk, ScopeQuery, Scoped};
use tally_cache::{Policy, Reads};
use tally_db::Db;
use tally_entity::Role;
use tally_http::{Answer, ApiResult, Problems, RefreshQuery, access::DESK};
use utoipa::ToSchema;

use crate::users::repository::stats::{self, RoleUsers};

static POLICY: Policy = Policy::new("admin.user_stats", 300, &[Reads::Scoped("users")]);

/// How many users there are.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct UserStatsAnswer {
    /// Of every role.
    total_users: i64,
    by_role: UsersByRole,
    active_users: i64,
    suspended_users: i64,
    blacklisted_users: i64,
    on_probation: i64,
}

/// Users per role.
#[derive(Debug, Serialize, ToSchema)]
struct UsersByRole {
    client: i64,
    writer: i64,
    editor: i64,
    support: i64,
    admin: i64,
    superadmin: i64,
}

impl From<Vec<RoleUsers>> for UserStatsAnswer {
    fn from(rows: Vec<RoleUsers>) -> Self {
        let sum = |figure: fn(&RoleUsers) -> i64| rows.iter().map(figure).sum();
        let of = |role| rows.iter().find(|row| row.role == role).map_or(0, |row| row.users);
        Self {
            total_users: sum(|row| row.users),
            by_role: UsersByRole {
                client: of(Role::Client),
                writer: of(Role::Writer),
                editor: of(Role::Editor),
                support: of(Role::Support),
                admin: of(Role::Admin),
                superadmin: of(Role::Superadmin),
            },
            active_users: sum(|row| row.active),
            suspended_users: sum(|row| row.suspended),
            blacklisted_users: sum(|row| row.blacklisted),
            on_probation: sum(|row| row.on_probation),
        }
    }
}

/// How many users there are
#[utoipa::path(
    get,
    path = "/admin-management/user-management/stats",
    tag = "admin",
    params(ScopeQuery, RefreshQuery),
    responses((status = OK, body = UserStatsAnswer), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(DESK))),
)]
pub(crate) async fn get_admin_user_stats(
    State(db): State<Db>,
    desk: Scoped<Desk>,
) -> ApiResult<Answer<UserStatsAnswer>> {
    let scope = desk.scope;
    let load = move || async move { stats::load(db.reads(), scope).await.map(Into::into) };
    desk.answer(&POLICY).load(load).await
}
