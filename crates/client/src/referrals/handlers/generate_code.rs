//! `POST /api/v1/referrals/referrals/generate-code`

use axum::{Json, extract::State, http::StatusCode, response::Response};
use serde::{Deserialize, Serialize};
use tally_auth::{Client, Once, Own};
use tally_db::Db;
use tally_entity::WebsiteId;
use tally_http::{ApiError, ApiResult, Body, IdempotencyHeader, Problems, access::CLIENT};
use utoipa::ToSchema;

use crate::{home::home, referrals::repository::generate_code};

/// For which website.
#[derive(Deserialize, ToSchema)]
pub(crate) struct CodeRequest {
    #[schema(value_type = i64)]
    website: WebsiteId,
}

/// The code to bring people with.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct GeneratedCode {
    code: String,
    message: &'static str,
    already_exists: bool,
}

/// Makes the caller's code to bring people with, unless he has one
#[utoipa::path(
    post,
    path = "/referrals/referrals/generate-code",
    tag = "client",
    params(IdempotencyHeader),
    request_body = CodeRequest,
    responses(
        (status = CREATED, body = GeneratedCode),
        (status = OK, body = GeneratedCode, description = "There is one already"),
        Problems
    ),
    security(("bearer" = [])),
    extensions(("x-access" = json!(CLIENT))),
)]
pub(crate) async fn generate_referral_code(
    State(db): State<Db>,
    client: Own<Client>,
    once: Once,
    Body(CodeRequest { website }): Body<CodeRequest>,
) -> ApiResult<Response> {
    if website != home(&client)? {
        return Err(ApiError::not_found("There is no such website."));
    }
    let tx = once.begin(&db).await?;
    let (code, already_exists) = generate_code::find_or_make(&*tx, client.id, website).await?;
    let (status, message) = if already_exists {
        (StatusCode::OK, "You have a referral code already.")
    } else {
        (StatusCode::CREATED, "Referral code generated successfully.")
    };
    tx.commit((status, Json(GeneratedCode { code, message, already_exists }))).await
}
