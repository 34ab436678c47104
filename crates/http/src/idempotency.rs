//! Writes that may be sent again: a client gives one a key, and the same request gets the same answer.
//!
//! The layer reads the body of a request with `Idempotency-Key` and remembers what the request was. Whoever
//! writes claims the key in the transaction of the effect, and gives the answer to that transaction. A
//! refusal that the state of rows is the cause of is written down by the layer, as it leaves no effect.

mod store;

use std::sync::{Arc, OnceLock};

use axum::{
    body::{Body, to_bytes},
    extract::Request,
    http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode},
    middleware::Next,
    response::{IntoResponse, Response},
};
use sea_orm::DatabaseConnection;
use tally_db::unmetered;
use tally_entity::UserId;
use utoipa::IntoParams;

pub use self::store::forget_expired;
use self::store::{Claim, Stored};
use crate::{
    ApiError, ApiResult,
    answer::Finished,
    error::Kind,
    middleware::{finished_problem, largest_of},
};

const KEY: &str = "idempotency-key";
const REPLAYED: HeaderName = HeaderName::from_static("idempotent-replayed");
const LONGEST_KEY: usize = 255;
const LONGEST_ENDPOINT: usize = 150;

/// The header of a write that may be sent again, as the OpenAPI document names it.
#[derive(Debug, IntoParams)]
#[into_params(parameter_in = Header)]
#[expect(dead_code, reason = "only described: a layer reads the header")]
pub struct IdempotencyHeader {
    /// Makes the request safe to repeat for a day: the same request again gets the same answer.
    #[param(rename = "Idempotency-Key", min_length = 1, max_length = 255)]
    idempotency_key: Option<String>,
}

/// A request that its client gave a key.
#[derive(Clone, Debug)]
pub struct KeyedRequest {
    key: String,
    /// Method and path, for people.
    endpoint: String,
    /// Of all that makes two requests the same.
    hash: [u8; 32],
    /// Set once its effect is under way.
    claimed: Arc<OnceLock<(DatabaseConnection, UserId)>>,
}

impl KeyedRequest {
    /// The answer that this request got before.
    ///
    /// # Errors
    /// 422 when the key belongs to another request, and when the database cannot be asked.
    pub async fn earlier(&self, db: &DatabaseConnection, user: UserId) -> ApiResult<Option<Response>> {
        match unmetered(store::find(db, user, &self.key)).await? {
            None => Ok(None),
            Some((hash, _)) if hash != self.hash => Err(key_reused()),
            Some((_, stored)) => Ok(Some(stored.replay())),
        }
    }

    /// Claims the key for the transaction `tx`, which writes the effect.
    ///
    /// # Errors
    /// 409 when a request with the key is under way or has just ended, and when the database cannot be asked.
    pub async fn claim(
        &self,
        tx: &impl sea_orm::ConnectionTrait,
        db: &DatabaseConnection,
        user: UserId,
    ) -> ApiResult<()> {
        if !unmetered(store::claim(tx, user, &self.key)).await? {
            return Err(in_progress());
        }
        // A request is handled once, so nobody else has set it.
        let _ = self.claimed.set((db.clone(), user));
        Ok(())
    }

    /// Writes the answer down, in the transaction that claimed the key, and gives it back.
    ///
    /// # Errors
    /// 409 when another request with the key got its answer meanwhile; the transaction must not be committed.
    pub async fn complete(
        &self,
        tx: &impl sea_orm::ConnectionTrait,
        user: UserId,
        answer: Response,
    ) -> ApiResult<Response> {
        let (stored, answer) = Stored::of(answer).await?;
        if !unmetered(store::insert(tx, self.of(user), stored)).await? {
            return Err(in_progress());
        }
        Ok(answer)
    }

    fn of(&self, user: UserId) -> Claim<'_> {
        Claim { user, key: &self.key, endpoint: &self.endpoint, hash: &self.hash }
    }

    fn new(key: String, method: &Method, path_and_query: &str, body: &[u8]) -> Self {
        let mut hasher = blake3::Hasher::new();
        for part in [method.as_str().as_bytes(), path_and_query.as_bytes(), body] {
            hasher.update(&u64::try_from(part.len()).unwrap_or(u64::MAX).to_le_bytes()).update(part);
        }
        let path = path_and_query.split('?').next().unwrap_or_default();
        let endpoint = format!("{method} {path}").chars().take(LONGEST_ENDPOINT).collect();
        Self { key, endpoint, hash: hasher.finalize().into(), claimed: Arc::default() }
    }
}

/// Remembers what a write with a key asks for, and its refusal when rows stand in its way.
pub(crate) async fn layer(request: Request, next: Next) -> Response {
    let writes = [Method::POST, Method::PUT, Method::PATCH, Method::DELETE].contains(request.method());
    if !writes || !request.headers().contains_key(KEY) {
        return next.run(request).await;
    }
    match keyed(request).await {
        Err(error) => error.into_response(),
        Ok((keyed, mut request)) => {
            let refused = finished_problem(&request);
            request.extensions_mut().insert(keyed.clone());
            let response = next.run(request).await;
            let Some((db, user)) = keyed.claimed.get() else { return response };
            if ![StatusCode::NOT_FOUND, StatusCode::CONFLICT].contains(&response.status()) {
                return response;
            }
            match keyed.keep(db, *user, refused(response)).await {
                Ok(response) => response,
                Err(error) => error.into_response(),
            }
        }
    }
}

impl KeyedRequest {
    /// Writes a refusal down. The first one counts: whoever is late says the same in other words.
    async fn keep(&self, db: &DatabaseConnection, user: UserId, refusal: Response) -> ApiResult<Response> {
        let (stored, mut refusal) = Stored::of(refusal).await?;
        unmetered(store::insert(db, self.of(user), stored)).await?;
        refusal.extensions_mut().insert(Finished);
        Ok(refusal)
    }
}

async fn keyed(request: Request) -> ApiResult<(KeyedRequest, Request)> {
    let key = key(request.headers())?;
    let (parts, body) = request.into_parts();
    let bytes = to_bytes(body, largest_of(&parts.headers))
        .await
        .map_err(|_| ApiError::too_large("The body is larger than this address takes."))?;
    let asked = parts.uri.path_and_query().map_or("", |asked| asked.as_str());
    let keyed = KeyedRequest::new(key, &parts.method, asked, &bytes);
    Ok((keyed, Request::from_parts(parts, Body::from(bytes))))
}

fn key(headers: &HeaderMap) -> ApiResult<String> {
    let key = headers.get(KEY).and_then(|value| value.to_str().ok());
    let printable = |key: &&str| key.bytes().all(|byte| byte == b' ' || byte.is_ascii_graphic());
    let fits = |key: &&str| (1..=LONGEST_KEY).contains(&key.len());
    key.filter(fits)
        .filter(printable)
        .map(ToOwned::to_owned)
        .ok_or_else(|| ApiError::invalid("Idempotency-Key", "must have 1 to 255 printable characters"))
}

fn key_reused() -> ApiError {
    ApiError::new(Kind::KeyReused, "This Idempotency-Key was used for another request.")
}

fn in_progress() -> ApiError {
    ApiError::new(Kind::InProgress, "A request with this Idempotency-Key is under way; try again.")
}

impl Stored {
    fn replay(self) -> Response {
        let Self { status, headers, body } = self;
        let mut response = (status, headers, Body::from(body)).into_response();
        response.headers_mut().insert(REPLAYED, HeaderValue::from_static("true"));
        if status.is_client_error() {
            response.extensions_mut().insert(Finished);
        }
        response
    }

    /// What is kept of an answer, and the answer again.
    async fn of(answer: Response) -> ApiResult<(Self, Response)> {
        let (parts, body) = answer.into_parts();
        let body = to_bytes(body, usize::MAX).await.map_err(ApiError::internal)?;
        let stored = Self { status: parts.status, headers: parts.headers.clone(), body: body.clone() };
        Ok((stored, Response::from_parts(parts, Body::from(body))))
    }
}
