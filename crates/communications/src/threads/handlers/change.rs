//! `PATCH /api/v1/order-communications/communication-threads/{id}`

use axum::{Json, extract::State, response::Response};
use serde::Deserialize;
use serde_json::json;
use tally_auth::{
    Admin, Once, ScopeQuery, Scoped,
    audit::{ActionKind, Entry, Trail, record},
};
use tally_db::Db;
use tally_entity::ThreadId;
use tally_http::{ApiResult, Body, IdempotencyHeader, PathParam, Problems, Text, access::ADMIN};
use tally_kernel::Clock;
use utoipa::ToSchema;

use super::{no_thread, row::ThreadRow};
use crate::{
    threads::repository::{
        change::{self, Settings},
        thread,
    },
    viewer::Viewer,
};

/// What shall be otherwise; what is absent stays.
#[derive(Deserialize, ToSchema)]
pub(crate) struct ThreadChange {
    /// False closes the conversation.
    is_active: Option<bool>,
    allow_messaging: Option<bool>,
    /// True lets people write although it is closed.
    admin_override: Option<bool>,
    subject: Option<Text<0, 255>>,
}

impl ThreadChange {
    fn apply(self, settings: &Settings) -> Settings {
        let Self { is_active, allow_messaging, admin_override, subject } = self;
        Settings {
            website_id: settings.website_id,
            is_active: is_active.unwrap_or(settings.is_active),
            allow_messaging: allow_messaging.unwrap_or(settings.allow_messaging),
            admin_override: admin_override.unwrap_or(settings.admin_override),
            subject: subject.map_or_else(|| settings.subject.clone(), Text::filled),
        }
    }
}

fn shown(settings: &Settings) -> serde_json::Value {
    let Settings { website_id: _, is_active, allow_messaging, admin_override, subject } = settings;
    json!({ "is_active": is_active, "allow_messaging": allow_messaging, "admin_override": admin_override,
        "subject": subject })
}

fn entry<'a>(
    viewer: Viewer,
    id: ThreadId,
    (before, after): (&Settings, &Settings),
    trail: &'a Trail,
) -> Entry<'a> {
    let (kind, action) = match (before.is_active, after.is_active) {
        (true, false) => (ActionKind::Status, "Closed"),
        (false, true) => (ActionKind::Status, "Reopened"),
        _ => (ActionKind::Updated, "Changed"),
    };
    Entry {
        actor: viewer.into(),
        kind,
        action: format!("{action} thread {id}"),
        website: Some(before.website_id),
        target: ("thread", id.0),
        before: Some(shown(before)),
        after: Some(shown(after)),
        trail,
    }
}

/// Closes a conversation, or changes its settings
#[utoipa::path(
    patch,
    path = "/order-communications/communication-threads/{id}",
    tag = "communications",
    params(("id" = i64, Path, description = "The conversation"), ScopeQuery, IdempotencyHeader),
    request_body = ThreadChange,
    responses((status = OK, body = ThreadRow), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(ADMIN))),
)]
pub(crate) async fn change_thread(
    State(db): State<Db>,
    State(clock): State<Clock>,
    admin: Scoped<Admin>,
    trail: Trail,
    once: Once,
    PathParam(id): PathParam<ThreadId>,
    Body(body): Body<ThreadChange>,
) -> ApiResult<Response> {
    let (tx, viewer) = (once.begin(&db).await?, Viewer::of(&admin));
    let before = change::lock(&*tx, admin.scope, id).await?.ok_or_else(no_thread)?;
    let after = body.apply(&before);
    if after != before {
        change::write(&*tx, id, &after, clock.now()).await?;
        record(&*tx, entry(viewer, id, (&before, &after), &trail)).await?;
    }
    let found = thread::one(&*tx, viewer, id).await?.ok_or_else(no_thread)?;
    tx.commit(Json(ThreadRow::new(found, viewer))).await
}
