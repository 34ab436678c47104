//! `POST /api/v1/reviews/{website|writer|order}-reviews/{id}/dispute`

use axum::{Json, extract::State, response::Response};
use serde::Deserialize;
use serde_json::json;
use tally_auth::{
    Once, Writer,
    notice::{Event, Notice, notify, staff_of},
};
use tally_db::Db;
use tally_entity::{ReviewId, Role, review::Model};
use tally_http::{ApiError, ApiResult, Body, IdempotencyHeader, PathParam, Problems, Text, access::WRITER};
use tally_kernel::Clock;
use utoipa::ToSchema;

use super::{row::ReviewData, viewer::Kind};
use crate::reviews::{
    act::unknown,
    moderation::Decision,
    repository::{dispute, review, visible::Viewer},
};

/// What is wrong with a review.
#[derive(Deserialize, ToSchema)]
pub(crate) struct ReviewObjection {
    reason: Text<5, 1000>,
}

/// Objects to a review about oneself
#[utoipa::path(
    post,
    path = "/reviews/{kind}/{id}/dispute",
    tag = "reviews",
    params(
        ("kind" = inline(Kind), Path, description = "What is reviewed"),
        ("id" = i64, Path, description = "The review"),
        IdempotencyHeader,
    ),
    request_body = ReviewObjection,
    responses((status = OK, body = ReviewData), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(WRITER))),
)]
pub(crate) async fn dispute_review(
    State(db): State<Db>,
    State(clock): State<Clock>,
    writer: Writer,
    once: Once,
    PathParam((kind, id)): PathParam<(Kind, ReviewId)>,
    Body(ReviewObjection { reason: Text(reason) }): Body<ReviewObjection>,
) -> ApiResult<Response> {
    let (own, kind) = (Viewer::Writer(writer.id), kind.into());
    let tx = once.begin(&db).await?;
    let found = dispute::lock(&tx, own, kind, id).await?.ok_or_else(unknown)?;
    if found.disputed_at.is_some() {
        return Err(ApiError::conflict("You have disputed this review already."));
    }
    dispute::object(&tx, id, reason, Decision::Dispute.marks(), clock.now()).await?;
    let admins = staff_of(&*tx, found.website_id, &[Role::Superadmin, Role::Admin]).await?;
    let told = notice(&found, &writer.username);
    notify(&*tx, (&writer.0).into(), admins.into_iter().map(|admin| (admin, told.clone()))).await?;
    let after = review::find(&*tx, own, kind, id).await?.ok_or_else(unknown)?;
    tx.commit(Json(ReviewData::of(after, writer.role))).await
}

/// What those who moderate are told.
fn notice(review: &Model, by: &str) -> Notice {
    Notice {
        event: Event::ReviewDisputed,
        body: format!("{by} objects to review {}.", review.id),
        link: None,
        payload: json!({ "review_id": review.id, "review_type": review.kind }),
        website: Some(review.website_id),
    }
}
