//! `GET` and `POST /api/v1/writer-management/dashboard/availability`

use axum::{Json, extract::State, response::Response};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use tally_auth::{Once, Writer};
use tally_db::Db;
use tally_http::{ApiError, ApiResult, Body, IdempotencyHeader, Problems, access::WRITER};
use tally_kernel::Clock;
use utoipa::ToSchema;

use crate::queue::repository::availability::{self, Availability};

const LONGEST: usize = 160;

/// Whether a writer takes orders that nobody asked him about.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct AvailabilityAnswer {
    is_available: bool,
    message: String,
    last_changed: Option<DateTime<Utc>>,
}

impl From<Availability> for AvailabilityAnswer {
    fn from(Availability { is_available, message, changed_at }: Availability) -> Self {
        Self { is_available, message, last_changed: changed_at }
    }
}

/// What a writer says of himself.
#[derive(Deserialize, ToSchema)]
pub(crate) struct NewAvailability {
    /// Also `"true"`, `"1"`, `"yes"` and `"on"`; every other text is no.
    #[schema(value_type = bool, required = true)]
    is_available: Option<Value>,
    /// Cut to 160 characters.
    message: Option<String>,
}

impl NewAvailability {
    fn is_available(&self) -> ApiResult<bool> {
        let word = match self.is_available.as_ref() {
            None | Some(Value::Null) => return Err(required()),
            Some(Value::Bool(is)) => return Ok(*is),
            Some(Value::String(word)) => word.trim().to_lowercase(),
            Some(other) => other.to_string(),
        };
        Ok(matches!(word.as_str(), "true" | "1" | "yes" | "on"))
    }

    fn message(&self) -> Option<String> {
        Some(self.message.as_ref()?.trim().chars().take(LONGEST).collect())
    }
}

fn required() -> ApiError {
    ApiError::invalid("/is_available", "is required").saying("'is_available' is required.")
}

/// Whether the caller takes orders that nobody asked him about
#[utoipa::path(
    get,
    path = "/writer-management/dashboard/availability",
    tag = "writer",
    responses((status = OK, body = AvailabilityAnswer), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(WRITER))),
)]
pub(crate) async fn get_writer_availability(
    State(db): State<Db>,
    writer: Writer,
) -> ApiResult<Json<AvailabilityAnswer>> {
    Ok(Json(availability::load(db.reads(), writer.id).await?.into()))
}

/// Says whether the caller takes orders that nobody asked him about
#[utoipa::path(
    post,
    path = "/writer-management/dashboard/availability",
    tag = "writer",
    params(IdempotencyHeader),
    request_body = NewAvailability,
    responses((status = OK, body = AvailabilityAnswer), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(WRITER))),
)]
pub(crate) async fn set_writer_availability(
    State(db): State<Db>,
    State(clock): State<Clock>,
    writer: Writer,
    once: Once,
    Body(body): Body<NewAvailability>,
) -> ApiResult<Response> {
    let is_available = body.is_available()?;
    let tx = once.begin(&db).await?;
    let message = body.message();
    let said = availability::save(&tx, writer.id, is_available, message.as_deref(), clock.now()).await?;
    tx.commit(Json(AvailabilityAnswer::from(said))).await
}
