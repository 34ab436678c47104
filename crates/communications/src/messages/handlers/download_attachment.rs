//! `GET /api/v1/order-communications/communication-threads/{thread}/communication-messages/{id}/download_attachment`

use axum::{
    extract::State,
    http::{StatusCode, header::LOCATION},
    response::{IntoResponse as _, Response},
};
use tally_auth::{Member, ScopeQuery, Scoped};
use tally_db::Db;
use tally_entity::{MessageId, ThreadId};
use tally_http::{ApiError, ApiResult, PathParam, Problems, access::MEMBER};

use crate::{messages::repository::attachment, viewer::Viewer};

/// Sends the caller to the file of a message. One whose content lies nowhere is not there
#[utoipa::path(
    get,
    path = "/order-communications/communication-threads/{thread}/communication-messages/{id}/download_attachment",
    tag = "communications",
    params(
        ("thread" = i64, Path, description = "The conversation"),
        ("id" = i64, Path, description = "The message"),
        ScopeQuery,
    ),
    responses((status = FOUND, description = "Where it lies"), (status = OK, description = "The file"), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(MEMBER))),
)]
pub(crate) async fn download_message_attachment(
    State(db): State<Db>,
    member: Scoped<Member>,
    PathParam(of): PathParam<(ThreadId, MessageId)>,
) -> ApiResult<Response> {
    let stored = attachment::find(db.reads(), Viewer::of(&member), of).await?;
    // Without an object store only files that lie elsewhere can be had.
    let elsewhere = stored.map(|file| file.storage_key).filter(|key| key.starts_with("https://"));
    let address = elsewhere.ok_or_else(|| ApiError::not_found("There is no such file."))?;
    Ok((StatusCode::FOUND, [(LOCATION, address)]).into_response())
}
