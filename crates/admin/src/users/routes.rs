use axum::middleware::map_response;
use tally_http::{AppState, middleware::no_store};
use utoipa_axum::{router::OpenApiRouter, routes};

use super::handlers::{
    blacklist, bulk_activate, bulk_suspend, change_role, create, delete, detail, list, place_on_probation,
    promote_to_admin, remove_from_probation, reset_password, stats, suspend, unsuspend, update,
};

pub(crate) fn router() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(list::get_admin_users, create::create_admin_user))
        .routes(routes!(stats::get_admin_user_stats))
        .routes(routes!(bulk_activate::bulk_activate_admin_users))
        .routes(routes!(bulk_suspend::bulk_suspend_admin_users))
        .routes(routes!(
            detail::get_admin_user,
            update::update_admin_user,
            update::replace_admin_user,
            delete::delete_admin_user
        ))
        .routes(routes!(suspend::suspend_admin_user))
        .routes(routes!(unsuspend::unsuspend_admin_user))
        .routes(routes!(blacklist::blacklist_admin_user))
        .routes(routes!(place_on_probation::place_admin_user_on_probation))
        .routes(routes!(remove_from_probation::remove_admin_user_from_probation))
        .routes(routes!(change_role::change_admin_user_role))
        .routes(routes!(promote_to_admin::promote_admin_user))
        .merge(passwords())
}

/// Answers with a password in them, which nobody keeps.
fn passwords() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(reset_password::reset_admin_user_password))
        .layer(map_response(no_store))
}
