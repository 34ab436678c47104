//! `POST /api/v1/order-communications/communication-threads`

use axum::{Json, extract::State, http::StatusCode, response::Response};
use serde::Deserialize;
use tally_auth::{Member, Once, ScopeQuery, Scoped, audit::Trail};
use tally_entity::{OrderId, ThreadType, UserId};
use tally_http::{ApiResult, AppState, Body, IdempotencyHeader, Limit, Problems, Text, access::MEMBER};
use utoipa::ToSchema;

use super::{no_thread, row::ThreadRow};
use crate::{
    threads::{
        opening::{Wish, kind, open},
        repository::thread,
    },
    viewer::Viewer,
};

/// A conversation to begin.
#[derive(Deserialize, ToSchema)]
pub(crate) struct NewThread {
    /// What it is about.
    #[schema(value_type = Option<i64>)]
    order: Option<OrderId>,
    /// With whom; without any, with the order's client and writer.
    #[serde(default)]
    #[schema(value_type = Vec<i64>)]
    participants: Vec<UserId>,
    thread_type: Option<String>,
    subject: Option<Text<0, 255>>,
}

impl NewThread {
    fn wish(self) -> ApiResult<Wish> {
        Ok(Wish {
            order: self.order,
            people: self.participants,
            thread_type: kind(self.thread_type.as_deref(), ThreadType::Order)?,
            subject: self.subject.and_then(Text::filled),
            field: "/participants",
            is_checked: false,
        })
    }
}

/// Begins a conversation, or finds the one there is
#[utoipa::path(
    post,
    path = "/order-communications/communication-threads",
    tag = "communications",
    params(ScopeQuery, IdempotencyHeader),
    request_body = NewThread,
    responses(
        (status = CREATED, description = "A new one", body = ThreadRow),
        (status = OK, description = "The one there is", body = ThreadRow),
        Problems,
    ),
    security(("bearer" = [])),
    extensions(("x-access" = json!(MEMBER))),
)]
pub(crate) async fn create_thread(
    State(app): State<AppState>,
    member: Scoped<Member>,
    trail: Trail,
    once: Once,
    Body(body): Body<NewThread>,
) -> ApiResult<Response> {
    let (wish, viewer) = (body.wish()?, Viewer::of(&member));
    let tx = once.begin(&app.db).await?;
    let opened = open(&*tx, viewer, wish, (&trail, app.clock.now())).await?;
    let left = app.limits.take(Limit::Threads, viewer.id).await?;
    let found = thread::one(&*tx, viewer, opened.id).await?.ok_or_else(no_thread)?;
    let status = if opened.is_new { StatusCode::CREATED } else { StatusCode::OK };
    tx.commit((status, left, Json(ThreadRow::new(found, viewer)))).await
}
