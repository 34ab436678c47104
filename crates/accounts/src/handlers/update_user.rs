//! `PATCH /api/v1/auth/auth/user`

use axum::{Json, extract::State, response::Response};
use serde::Serialize;
use serde_json::{Map, Value, json};
use tally_auth::{
    Member, Once,
    audit::{self, ActionKind, Entry, Trail},
};
use tally_db::Db;
use tally_http::{ApiError, ApiResult, IdempotencyHeader, Problems, access::MEMBER};
use utoipa::ToSchema;

use super::{
    person::OwnProfile,
    profile_form::{ProfileChanges, ProfileForm},
};
use crate::repository::{
    person,
    update_user::{self, Changed, Edited},
};

/// The profile as it is now, twice: the frontend's pages look for it in either place.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ProfileUpdated {
    message: &'static str,
    user: OwnProfile,
    #[serde(flatten)]
    flat: OwnProfile,
}

/// Changes the own profile
#[utoipa::path(
    patch,
    path = "/auth/auth/user",
    tag = "auth",
    params(IdempotencyHeader),
    request_body(content((ProfileChanges = "application/json"), (ProfileChanges = "multipart/form-data"))),
    responses((status = OK, body = ProfileUpdated), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(MEMBER))),
)]
pub(crate) async fn update_own_profile(
    State(db): State<Db>,
    member: Member,
    once: Once,
    trail: Trail,
    ProfileForm(edits): ProfileForm,
) -> ApiResult<Response> {
    let tx = once.begin(&db).await?;
    let changed = match update_user::apply(&*tx, member.id, edits).await? {
        Edited::Done(changed) => changed,
        Edited::UsernameTaken => return Err(ApiError::conflict("Somebody else has this username.")),
    };
    if member.is_staff() && !changed.is_empty() {
        audit::record(&*tx, entry(&member, &changed, &trail)).await?;
    }
    let user: OwnProfile = person::load(&*tx, member.id).await?.into();
    tx.commit(Json(ProfileUpdated { message: "Profile updated.", flat: user.clone(), user })).await
}

fn entry<'a>(member: &Member, changed: &[Changed], trail: &'a Trail) -> Entry<'a> {
    let columns = |value: fn(&Changed) -> &Option<String>| {
        let columns = changed.iter().map(|change| (change.column.to_owned(), json!(value(change))));
        Some(Value::Object(columns.collect::<Map<_, _>>()))
    };
    Entry {
        actor: (&member.0).into(),
        kind: ActionKind::Updated,
        action: "Updated the own profile".to_owned(),
        website: member.website_id,
        target: ("user", member.id.0),
        before: columns(|change| &change.before),
        after: columns(|change| &change.after),
        trail,
    }
}
