//! `POST /api/v1/order-communications/communication-threads/start-for-order`

use axum::{Json, extract::State, http::StatusCode, response::Response};
use serde::{Deserialize, Serialize};
use tally_auth::{Member, Once, ScopeQuery, Scoped, audit::Trail};
use tally_entity::{OrderId, ThreadType, UserId};
use tally_http::{ApiResult, AppState, Body, IdempotencyHeader, Limit, Problems, access::MEMBER};
use utoipa::ToSchema;

use super::{no_thread, row::ThreadRow};
use crate::{
    threads::{
        opening::{Wish, open},
        repository::thread,
    },
    viewer::Viewer,
};

/// What to talk about, and with whom.
#[derive(Deserialize, ToSchema)]
pub(crate) struct StartForOrder {
    #[schema(value_type = i64)]
    order_id: OrderId,
    /// Without one, the order's client and writer.
    #[schema(value_type = Option<i64>)]
    recipient_id: Option<UserId>,
}

/// The conversation there is now.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ThreadStarted {
    /// What happened, in one sentence.
    detail: &'static str,
    thread: ThreadRow,
}

impl StartForOrder {
    fn wish(self) -> Wish {
        Wish {
            order: Some(self.order_id),
            people: self.recipient_id.into_iter().collect(),
            thread_type: ThreadType::Order,
            subject: None,
            field: "/recipient_id",
            is_checked: false,
        }
    }
}

/// Begins the conversation about an order, or finds the one there is
#[utoipa::path(
    post,
    path = "/order-communications/communication-threads/start-for-order",
    tag = "communications",
    params(ScopeQuery, IdempotencyHeader),
    request_body = StartForOrder,
    responses(
        (status = CREATED, description = "A new one", body = ThreadStarted),
        (status = OK, description = "The one there is", body = ThreadStarted),
        Problems,
    ),
    security(("bearer" = [])),
    extensions(("x-access" = json!(MEMBER))),
)]
pub(crate) async fn start_order_thread(
    State(app): State<AppState>,
    member: Scoped<Member>,
    trail: Trail,
    once: Once,
    Body(body): Body<StartForOrder>,
) -> ApiResult<Response> {
    let (wish, viewer) = (body.wish(), Viewer::of(&member));
    let tx = once.begin(&app.db).await?;
    let opened = open(&*tx, viewer, wish, (&trail, app.clock.now())).await?;
    let left = app.limits.take(Limit::Threads, viewer.id).await?;
    let found = thread::one(&*tx, viewer, opened.id).await?.ok_or_else(no_thread)?;
    let (status, detail) = if opened.is_new {
        (StatusCode::CREATED, "Conversation thread created successfully.")
    } else {
        (StatusCode::OK, "Conversation thread already exists for this order and recipient.")
    };
    tx.commit((status, left, Json(ThreadStarted { detail, thread: ThreadRow::new(found, viewer) }))).await
}
