//! `POST /api/v1/reviews/{website|writer|order}-reviews/{id}/moderate`

use axum::{Json, extract::State, response::Response};
use serde::Deserialize;
use tally_auth::{Desk, Once, ScopeQuery, Scoped, audit::Trail};
use tally_db::Db;
use tally_entity::ReviewId;
use tally_http::{ApiError, ApiResult, Body, IdempotencyHeader, PathParam, Problems, Text, access::DESK};
use tally_kernel::Clock;
use utoipa::ToSchema;

use super::{row::ReviewData, viewer::Kind};
use crate::reviews::{
    act::{Act, unknown},
    moderation::{Decision, Marks},
    repository::{review, visible::Viewer},
};

/// The marks of a review; what is absent stays as it is.
#[derive(Deserialize, ToSchema)]
pub(crate) struct ReviewMarks {
    is_approved: Option<bool>,
    is_shadowed: Option<bool>,
    is_flagged: Option<bool>,
    /// Needed when it is flagged, and gone when it is not.
    flag_reason: Option<Text<0, 1000>>,
    moderation_notes: Option<Text<0, 2000>>,
}

impl ReviewMarks {
    fn checked(self) -> ApiResult<(Decision, Option<String>)> {
        let Self { is_approved, is_shadowed, is_flagged, flag_reason, moderation_notes } = self;
        let (reason, notes) = (flag_reason.and_then(Text::filled), moderation_notes.and_then(Text::filled));
        if is_flagged == Some(true) && reason.is_none() {
            return Err(ApiError::invalid("/flag_reason", "is required when is_flagged is true"));
        }
        let marks = Marks::set(is_approved, is_shadowed, is_flagged, reason);
        if marks == Marks::default() && notes.is_none() {
            return Err(ApiError::invalid("/is_approved", "is required when nothing else is given"));
        }
        Ok((Decision::Moderate(marks), notes))
    }
}

/// Sets the marks of a review
#[utoipa::path(
    post,
    path = "/reviews/{kind}/{id}/moderate",
    tag = "reviews",
    params(
        ("kind" = inline(Kind), Path, description = "What is reviewed"),
        ("id" = i64, Path, description = "The review"),
        ScopeQuery,
        IdempotencyHeader,
    ),
    request_body = ReviewMarks,
    responses((status = OK, body = ReviewData), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(DESK))),
)]
pub(crate) async fn moderate_review(
    State(db): State<Db>,
    State(clock): State<Clock>,
    desk: Scoped<Desk>,
    once: Once,
    trail: Trail,
    PathParam((kind, id)): PathParam<(Kind, ReviewId)>,
    Body(body): Body<ReviewMarks>,
) -> ApiResult<Response> {
    let (decision, notes) = body.checked()?;
    let tx = once.begin(&db).await?;
    let act = Act { tx: &tx, desk: &desk, trail: &trail, kind: kind.into(), now: clock.now() };
    act.decide_one(id, &decision, notes).await?;
    let found = review::find(&*tx, Viewer::Staff(desk.scope), act.kind, id).await?;
    let answer = ReviewData::of(found.ok_or_else(unknown)?, desk.role);
    tx.commit(Json(answer)).await
}
