//! `POST /api/v1/users/users/update-timezone`

use axum::{Json, extract::State, response::Response};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};
use tally_auth::{Member, Once};
use tally_db::Db;
use tally_http::{ApiError, ApiResult, Body, IdempotencyHeader, Problems, access::MEMBER};
use utoipa::ToSchema;

use crate::repository::update_timezone;

/// Where somebody is.
#[derive(Deserialize, ToSchema)]
pub(crate) struct TimezoneForm {
    /// IANA name, such as `Europe/Vienna`.
    timezone: String,
}

/// The time zone as it is now.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct TimezoneUpdated {
    timezone: String,
    detail: &'static str,
}

/// Sets the own time zone
#[utoipa::path(
    post,
    path = "/users/users/update-timezone",
    tag = "users",
    params(IdempotencyHeader),
    request_body = TimezoneForm,
    responses((status = OK, body = TimezoneUpdated), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(MEMBER))),
)]
pub(crate) async fn update_own_timezone(
    State(db): State<Db>,
    member: Member,
    once: Once,
    Body(form): Body<TimezoneForm>,
) -> ApiResult<Response> {
    let timezone = form.timezone.trim();
    if let Some(reason) = odd(timezone) {
        return Err(ApiError::invalid("/timezone", reason));
    }
    let tx = once.begin(&db).await?;
    update_timezone::apply(&*tx, member.id, timezone).await?;
    tx.commit(Json(TimezoneUpdated { timezone: timezone.to_owned(), detail: "Time zone updated." })).await
}

/// The reason against a time zone that is none.
pub(super) fn odd(name: &str) -> Option<&'static str> {
    name.parse::<Tz>().is_err().then_some("must be the name of a time zone, such as Europe/Vienna")
}
