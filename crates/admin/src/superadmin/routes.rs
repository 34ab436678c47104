use axum::middleware::map_response;
use tally_http::{AppState, middleware::no_store};
use utoipa_axum::{router::OpenApiRouter, routes};

use super::handlers::{
    change_user_role, create_user, dashboard, logs, reactivate_user, superadmin_profile, suspend_user, users,
};

pub(crate) fn router() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(dashboard::get_superadmin_dashboard))
        .routes(routes!(logs::get_superadmin_logs))
        .routes(routes!(superadmin_profile::get_superadmin_profiles))
        .routes(routes!(superadmin_profile::delete_superadmin_profile))
        .routes(routes!(users::get_superadmin_users))
        .routes(routes!(change_user_role::change_superadmin_user_role))
        .routes(routes!(reactivate_user::reactivate_superadmin_user))
        .routes(routes!(suspend_user::suspend_superadmin_user))
        .merge(passwords())
}

/// Answers with a password in them, which nobody keeps.
fn passwords() -> OpenApiRouter<AppState> {
    OpenApiRouter::new().routes(routes!(create_user::create_superadmin_user)).layer(map_response(no_store))
}
