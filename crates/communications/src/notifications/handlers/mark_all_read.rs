//! `POST /api/v1/notifications_system/mark-all-read`

use axum::{Json, extract::State, response::Response};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use tally_auth::{Member, Once};
use tally_db::Db;
use tally_http::{ApiResult, Body, IdempotencyHeader, Problems, access::MEMBER};
use tally_kernel::Clock;
use utoipa::ToSchema;

use crate::notifications::repository::marks::{self, Marks, Which};

/// Which notices; all of them without anything.
#[derive(Debug, Default, Deserialize, ToSchema)]
pub(crate) struct MarkAllForm {
    /// An area or a stored category.
    category: Option<String>,
    /// Not those that came later.
    before: Option<DateTime<Utc>>,
}

/// How many were read just now.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct AllMarkedRead {
    ok: bool,
    updated: u64,
}

/// Notes that all notices were read
#[utoipa::path(
    post,
    path = "/notifications_system/mark-all-read",
    tag = "communications",
    params(IdempotencyHeader),
    request_body = Option<MarkAllForm>,
    responses((status = OK, body = AllMarkedRead), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(MEMBER))),
)]
pub(crate) async fn mark_all_notifications_read(
    State(db): State<Db>,
    State(clock): State<Clock>,
    member: Member,
    once: Once,
    form: Option<Body<MarkAllForm>>,
) -> ApiResult<Response> {
    let MarkAllForm { category, before } = form.map(|Body(form)| form).unwrap_or_default();
    let which = Which::Unread { category: category.filter(|word| !word.is_empty()), until: before };
    let marks = Marks { read: true, ..Marks::default() };
    let tx = once.begin(&db).await?;
    let updated = marks::apply(&*tx, member.id, &which, marks, clock.now()).await?;
    tx.commit(Json(AllMarkedRead { ok: true, updated })).await
}
