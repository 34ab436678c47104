//! `GET /api/v1/order-communications/communication-threads/{thread}/communication-messages`

use axum::{Json, extract::State};
use serde::Deserialize;
use tally_auth::{Member, ScopeQuery, Scoped};
use tally_db::Db;
use tally_entity::{MessageId, ThreadId};
use tally_http::{ApiResult, Origin, Page, PageQuery, Paging, Params, PathParam, Problems, access::MEMBER};
use utoipa::IntoParams;

use super::row::MessageRow;
use crate::{
    messages::repository::{
        list::{self, Wanted},
        target,
    },
    threads::handlers::no_thread,
    viewer::Viewer,
};

/// Which messages are wanted.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct MessagesQuery {
    /// Only messages older than this one.
    #[param(value_type = Option<i64>)]
    before_id: Option<MessageId>,
    /// Only messages newer than this one.
    #[param(value_type = Option<i64>)]
    after_id: Option<MessageId>,
}

/// The messages of a conversation, the newest first
#[utoipa::path(
    get,
    path = "/order-communications/communication-threads/{thread}/communication-messages",
    tag = "communications",
    params(("thread" = i64, Path, description = "The conversation"), ScopeQuery, MessagesQuery, PageQuery),
    responses((status = OK, body = Page<MessageRow>), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(MEMBER))),
)]
pub(crate) async fn list_messages(
    State(db): State<Db>,
    member: Scoped<Member>,
    Origin(origin): Origin,
    paging: Paging<100, 20>,
    PathParam(thread): PathParam<ThreadId>,
    Params(MessagesQuery { before_id: before, after_id: after }): Params<MessagesQuery>,
) -> ApiResult<Json<Page<MessageRow>>> {
    let (db, viewer) = (db.reads(), Viewer::of(&member));
    target::find(db, viewer, thread).await?.ok_or_else(no_thread)?;
    let wanted = Wanted { thread, before, after };
    let (count, rows) = list::load(db, viewer, wanted, (paging.limit(), paging.offset())).await?;
    let rows = rows.into_iter().map(|row| MessageRow::new(row, viewer, &origin)).collect();
    Ok(Json(paging.page(count, rows)))
}
