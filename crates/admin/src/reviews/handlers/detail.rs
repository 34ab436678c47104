//! `GET`, `DELETE /api/v1/reviews/{website|writer|order}-reviews/{id}`

use axum::{Json, extract::State, http::StatusCode, response::Response};
use tally_auth::{Desk, Member, Once, ScopeQuery, Scoped, audit::Trail};
use tally_db::Db;
use tally_entity::ReviewId;
use tally_http::{
    ApiResult, IdempotencyHeader, PathParam, Problems,
    access::{DESK, MEMBER},
};
use tally_kernel::Clock;

use super::{
    row::ReviewData,
    viewer::{Kind, viewer},
};
use crate::reviews::{
    act::{Act, unknown},
    repository::{delete, review},
};

/// One review
#[utoipa::path(
    get,
    path = "/reviews/{kind}/{id}",
    tag = "reviews",
    params(
        ("kind" = inline(Kind), Path, description = "What is reviewed"),
        ("id" = i64, Path, description = "The review"),
        ScopeQuery,
    ),
    responses((status = OK, body = ReviewData), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(MEMBER))),
)]
pub(crate) async fn get_review(
    State(db): State<Db>,
    member: Scoped<Member>,
    PathParam((kind, id)): PathParam<(Kind, ReviewId)>,
) -> ApiResult<Json<ReviewData>> {
    let found = review::find(db.reads(), viewer(&member), kind.into(), id).await?;
    Ok(Json(ReviewData::of(found.ok_or_else(unknown)?, member.role)))
}

/// Removes a review for good
#[utoipa::path(
    delete,
    path = "/reviews/{kind}/{id}",
    tag = "reviews",
    params(
        ("kind" = inline(Kind), Path, description = "What is reviewed"),
        ("id" = i64, Path, description = "The review"),
        ScopeQuery,
        IdempotencyHeader,
    ),
    responses((status = NO_CONTENT, description = "It is gone."), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(DESK))),
)]
pub(crate) async fn delete_review(
    State(db): State<Db>,
    State(clock): State<Clock>,
    desk: Scoped<Desk>,
    once: Once,
    trail: Trail,
    PathParam((kind, id)): PathParam<(Kind, ReviewId)>,
) -> ApiResult<Response> {
    let tx = once.begin(&db).await?;
    let act = Act { tx: &tx, desk: &desk, trail: &trail, kind: kind.into(), now: clock.now() };
    let gone = delete::delete(&tx, desk.scope, act.kind, id).await?.ok_or_else(unknown)?;
    act.record_deletion(&gone).await?;
    tx.commit(StatusCode::NO_CONTENT).await
}
