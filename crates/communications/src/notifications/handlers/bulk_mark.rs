//! `POST /api/v1/notifications_system/notifications/feed/bulk-mark`

use axum::{Json, extract::State, response::Response};
use serde::{Deserialize, Serialize};
use tally_auth::{Member, Once};
use tally_db::Db;
use tally_entity::NotificationId;
use tally_http::{ApiError, ApiResult, Body, IdempotencyHeader, Problems, access::MEMBER};
use tally_kernel::Clock;
use utoipa::ToSchema;

use super::mark::MarksForm;
use crate::notifications::repository::marks::{self, Which};

const MOST: usize = 500;

/// What is noted, and on which notices.
#[derive(Debug, Deserialize, ToSchema)]
pub(crate) struct BulkMarkForm {
    /// 500 at most; those of others are left out.
    #[schema(value_type = Option<Vec<i64>>, max_items = 500)]
    ids: Option<Vec<NotificationId>>,
    /// On all that are not read, whatever `ids` says.
    #[serde(default)]
    all_unread: bool,
    #[serde(flatten)]
    marks: MarksForm,
}

/// On how many notices it is noted.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct BulkMarked {
    updated: u64,
}

/// Notes something on several notices
#[utoipa::path(
    post,
    path = "/notifications_system/notifications/feed/bulk-mark",
    tag = "communications",
    params(IdempotencyHeader),
    request_body = BulkMarkForm,
    responses((status = OK, body = BulkMarked), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(MEMBER))),
)]
pub(crate) async fn bulk_mark_notifications(
    State(db): State<Db>,
    State(clock): State<Clock>,
    member: Member,
    once: Once,
    Body(form): Body<BulkMarkForm>,
) -> ApiResult<Response> {
    let BulkMarkForm { ids, all_unread, marks } = form;
    let ids = ids.unwrap_or_default();
    if ids.len() > MOST {
        return Err(ApiError::invalid("/ids", "must have 500 entries at most"));
    }
    let which = if all_unread { Which::Unread { category: None, until: None } } else { Which::These(ids) };
    let tx = once.begin(&db).await?;
    let updated = marks::apply(&*tx, member.id, &which, marks.into(), clock.now()).await?;
    tx.commit(Json(BulkMarked { updated })).await
}
