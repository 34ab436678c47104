use axum::{
    Extension,
    middleware::map_response,
    routing::{any, get, patch, post},
};
use tally_http::{AppState, middleware::no_store};
use utoipa_axum::{router::OpenApiRouter, routes};

use crate::{
    handlers::{
        change_password, extend, login, logout, not_available, refresh_token, revoke_all, revoke_session,
        status, update_online_status, update_timezone, update_user, user, user_sessions,
    },
    unknown_emails::UnknownEmails,
};

/// Every route of this crate, relative to `/api/v1`. Nobody keeps their answers.
pub fn router() -> OpenApiRouter<AppState> {
    let router = OpenApiRouter::new()
        .routes(routes!(change_password::change_own_password))
        .routes(routes!(login::login_account))
        .routes(routes!(logout::logout_account))
        .routes(routes!(refresh_token::refresh_access_token))
        .routes(routes!(user::get_own_profile, update_user::update_own_profile))
        .routes(routes!(extend::extend_session))
        .routes(routes!(status::get_session_status))
        .routes(routes!(revoke_session::revoke_own_login_session))
        .routes(routes!(user_sessions::list_own_sessions))
        .routes(routes!(revoke_session::revoke_own_session))
        .routes(routes!(revoke_all::revoke_own_sessions))
        .routes(routes!(update_timezone::update_own_timezone))
        .routes(routes!(update_online_status::update_own_online_status));
    not_available(aliases(router)).layer(Extension(UnknownEmails::default())).layer(map_response(no_store))
}

fn not_available(router: OpenApiRouter<AppState>) -> OpenApiRouter<AppState> {
    let refusal = || any(not_available::not_available);
    not_available::PATHS.iter().fold(router, |router, path| {
        router.route(path, refusal()).route(&format!("{path}/{{*rest}}"), refusal())
    })
}

/// Historical second names, which the frontend uses as well.
fn aliases(router: OpenApiRouter<AppState>) -> OpenApiRouter<AppState> {
    router
        .route("/admin-management/auth/login", post(login::login_account))
        .route("/admin-management/auth/logout", post(logout::logout_account))
        .route("/admin-management/auth/token/refresh", post(refresh_token::refresh_access_token))
        .route("/auth/auth/me", get(user::get_own_profile))
        .route("/auth/auth/refresh", post(refresh_token::refresh_access_token))
        .route("/auth/session-management/current_sessions", get(user_sessions::list_own_sessions))
        .route("/auth/session-management/logout", post(logout::logout_account))
        .route("/auth/user-login-sessions", get(user_sessions::list_own_sessions))
        .route("/auth/user-login-sessions/revoke-all", post(revoke_all::revoke_own_sessions))
        .route("/users/users/profile", get(user::get_own_profile))
        .route("/users/users/update_profile", patch(update_user::update_own_profile))
}
