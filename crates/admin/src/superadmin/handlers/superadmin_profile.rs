//! `GET /api/v1/superadmin-management/superadmin-profile` and `DELETE …/{id}`

use axum::Json;
use serde::Serialize;
use tally_auth::Superadmin;
use tally_http::{ApiError, Page, PageQuery, Paging, Problems, access::SUPERADMIN};
use utoipa::ToSchema;

/// What a superadmin shows. There is none: the page that asks fails as soon as there is one.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct SuperadminProfile {}

/// Nothing
#[utoipa::path(
    get,
    path = "/superadmin-management/superadmin-profile",
    tag = "admin",
    params(PageQuery),
    responses((status = OK, body = Page<SuperadminProfile>), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(SUPERADMIN))),
)]
pub(crate) async fn get_superadmin_profiles(
    _: Superadmin,
    paging: Paging<250, 20>,
) -> Json<Page<SuperadminProfile>> {
    Json(paging.page(0, Vec::new()))
}

/// Removes a profile, of which there is none
#[utoipa::path(
    delete,
    path = "/superadmin-management/superadmin-profile/{id}",
    tag = "admin",
    params(("id" = i64, Path, description = "The profile")),
    responses((status = NO_CONTENT, description = "Never."), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(SUPERADMIN))),
)]
pub(crate) async fn delete_superadmin_profile(_: Superadmin) -> ApiError {
    ApiError::not_found("There is no such profile.")
}
