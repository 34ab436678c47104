//! `GET, PATCH /api/v1/notifications_system/preferences`

mod form;
mod shown;

use axum::{Json, extract::State, response::Response};
use tally_auth::{Member, Once, Own};
use tally_cache::{Policy, Reads};
use tally_db::Db;
use tally_http::{Answer, ApiResult, Body, IdempotencyHeader, Problems, RefreshQuery, access::MEMBER};

use self::{form::PreferencesForm, shown::NotificationPreferences};
use crate::notifications::repository::preferences;

static POLICY: Policy = Policy::new(
    "notifications.preferences",
    30,
    &[Reads::Own("notification_preferences", "user_id"), Reads::Own("users", "id")],
);

/// Where the caller wants to be told what
#[utoipa::path(
    get,
    path = "/notifications_system/preferences",
    tag = "communications",
    params(RefreshQuery),
    responses((status = OK, body = NotificationPreferences), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(MEMBER))),
)]
pub(crate) async fn get_notification_preferences(
    State(db): State<Db>,
    member: Own<Member>,
) -> ApiResult<Answer<NotificationPreferences>> {
    let user = member.id;
    let load = move || async move { preferences::load(db.reads(), user).await.map(|own| (&own).into()) };
    member.answer(&POLICY).load(load).await
}

/// Changes where the caller wants to be told what
#[utoipa::path(
    patch,
    path = "/notifications_system/preferences",
    tag = "communications",
    params(IdempotencyHeader),
    request_body = PreferencesForm,
    responses((status = OK, body = NotificationPreferences), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(MEMBER))),
)]
pub(crate) async fn update_notification_preferences(
    State(db): State<Db>,
    member: Member,
    once: Once,
    Body(form): Body<PreferencesForm>,
) -> ApiResult<Response> {
    let tx = once.begin(&db).await?;
    let before = preferences::lock(&*tx, member.id).await?;
    let mut after = before.clone();
    form.apply(&mut after);
    preferences::save(&*tx, member.id, &before, &after).await?;
    tx.commit(Json(NotificationPreferences::from(&after))).await
}
