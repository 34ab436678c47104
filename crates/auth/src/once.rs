//! Writes that a client may send again.

use std::ops::Deref;

use axum::{
    extract::FromRequestParts,
    http::request::Parts,
    response::{IntoResponse, Response},
};
use sea_orm::DatabaseTransaction;
use tally_db::{Db, Write};
use tally_entity::UserId;
use tally_http::{ApiResult, AppState, KeyedRequest};

use crate::Caller;

/// The caller's `Idempotency-Key`, if he sent one. It stands behind the extractor of the role: a request that
/// was answered before is answered the same again, and the handler does not run.
///
/// ```
/// use axum::{Json, extract::State, response::Response};
/// use sea_orm::ConnectionTrait as _;
/// use tally_auth::{Admin, Once, Scoped};
/// use tally_db::Db;
/// use tally_http::ApiResult;
///
/// async fn tidy_up(State(db): State<Db>, _: Scoped<Admin>, once: Once) -> ApiResult<Response> {
///     let tx = once.begin(&db).await?;
///     let done = tx.execute_unprepared("DELETE FROM notes WHERE is_old").await?;
///     tx.commit(Json(done.rows_affected())).await
/// }
/// # _ = tidy_up;
/// ```
#[derive(Clone, Debug)]
pub struct Once(Option<(KeyedRequest, UserId)>);

impl FromRequestParts<AppState> for Once {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, app: &AppState) -> Result<Self, Response> {
        let Some(request) = parts.extensions.get::<KeyedRequest>().cloned() else { return Ok(Self(None)) };
        let caller = Caller::from_request_parts(parts, app).await.map_err(IntoResponse::into_response)?;
        match request.earlier(app.db.reads(), caller.id).await {
            Ok(None) => Ok(Self(Some((request, caller.id)))),
            Ok(Some(answer)) => Err(answer),
            Err(error) => Err(error.into_response()),
        }
    }
}

impl Once {
    /// Begins the one transaction of the request.
    ///
    /// # Errors
    /// 409 when the same request is under way, and when there is no connection to be had.
    pub async fn begin(self, db: &Db) -> ApiResult<OnceWrite> {
        let tx = db.write().await?;
        if let Some((request, user)) = &self.0 {
            request.claim(&*tx, db.reads(), *user).await?;
        }
        Ok(OnceWrite { tx, once: self })
    }
}

/// A transaction that ends with the answer of its request. Dropped, it is rolled back.
#[must_use = "a transaction that is not committed changes nothing"]
pub struct OnceWrite {
    tx: Write,
    once: Once,
}

impl Deref for OnceWrite {
    type Target = DatabaseTransaction;

    fn deref(&self) -> &DatabaseTransaction {
        &self.tx
    }
}

impl OnceWrite {
    /// Commits the effect together with the answer.
    ///
    /// # Errors
    /// When the commit fails, or the same request was answered meanwhile; then nothing happened.
    pub async fn commit(self, answer: impl IntoResponse) -> ApiResult<Response> {
        let Self { tx, once } = self;
        let answer = answer.into_response();
        let answer = match once.0 {
            None => answer,
            Some((request, user)) => request.complete(&*tx, user, answer).await?,
        };
        tx.commit().await?;
        Ok(answer)
    }
}
