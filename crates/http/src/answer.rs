use std::{
    any::{TypeId, type_name},
    collections::HashMap,
    convert::Infallible,
    fmt,
    marker::PhantomData,
    sync::{Arc, Mutex, PoisonError},
};

use axum::{
    body::Bytes,
    extract::FromRequestParts,
    http::{HeaderMap, HeaderValue, StatusCode, header, request::Parts},
    response::{IntoResponse, Response},
};
use serde::{Deserialize, Serialize};
use tally_cache::{Cache, Coding, Entry, Key, Policy, Reply, Scope, Source};
use tally_db::DbErr;
use tokio::time::Instant;
use utoipa::{IntoParams, ToSchema};

use crate::{ApiError, ApiResult, Flag, Inward, Params};

/// What a caller says about answers he has and takes.
#[derive(Clone, Debug, Default)]
pub struct Asked {
    none_match: Option<String>,
    codings: Vec<Coding>,
    refresh: bool,
    inward: Option<Inward>,
}

/// The parameter of every kept answer.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct RefreshQuery {
    /// Makes the answer anew although a good one is kept.
    #[serde(default)]
    #[param(value_type = Option<bool>)]
    refresh: Flag,
}

impl<S: Send + Sync> FromRequestParts<S> for Asked {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Infallible> {
        let refresh = Params::<RefreshQuery>::from_request_parts(parts, state).await;
        let none_match = parts.headers.get(header::IF_NONE_MATCH).and_then(|value| value.to_str().ok());
        Ok(Self {
            none_match: none_match.map(ToOwned::to_owned),
            codings: codings(&parts.headers),
            refresh: refresh.is_ok_and(|Params(query)| query.refresh.0),
            inward: parts.extensions.get().cloned(),
        })
    }
}

/// The codings of `Accept-Encoding` that answers are stored in, best first; `q=0` refuses one.
fn codings(headers: &HeaderMap) -> Vec<Coding> {
    let text = headers.get(header::ACCEPT_ENCODING).and_then(|value| value.to_str().ok()).unwrap_or("");
    let accepted = |name: &str| {
        text.split(',').any(|item| {
            let mut parts = item.split(';').map(str::trim);
            let named = parts.next().is_some_and(|coding| coding.eq_ignore_ascii_case(name));
            named && !parts.any(|weight| matches!(weight, "q=0" | "q=0.0" | "q=0.00" | "q=0.000"))
        })
    };
    [("br", Coding::Brotli), ("gzip", Coding::Gzip)]
        .into_iter()
        .filter_map(|(name, coding)| accepted(name).then_some(coding))
        .collect()
}

/// An answer about to be looked up: whose it is, and what it depends on.
#[must_use = "nothing is looked up before `load`"]
pub struct Lookup {
    cache: Cache,
    asked: Asked,
    policy: &'static Policy,
    scope: Scope,
    parts: Vec<String>,
}

impl Lookup {
    /// An answer of `policy` for `scope`. `may_refresh` says whether this caller's `?refresh=true` counts.
    pub fn new(cache: Cache, asked: Asked, policy: &'static Policy, scope: Scope, may_refresh: bool) -> Self {
        let asked = Asked { refresh: asked.refresh && may_refresh, ..asked };
        Self { cache, asked, policy, scope, parts: Vec::new() }
    }

    /// Adds a parsed parameter to the key. The order of calls is part of it.
    pub fn with(mut self, part: impl fmt::Display) -> Self {
        self.parts.push(part.to_string());
        self
    }

    /// The kept answer, or the one `load` makes. Loading goes on even if this caller goes away.
    ///
    /// # Errors
    /// When loading fails and no old answer will do.
    pub async fn load<T, F>(self, load: impl FnOnce() -> F) -> ApiResult<Answer<T>>
    where
        T: Serialize + ToSchema + 'static,
        F: Future<Output = Result<T, DbErr>> + Send + 'static,
    {
        let key = Key::new(self.policy, self.scope, shape::<T>());
        let key = self.parts.into_iter().fold(key, Key::with);
        let Reply { entry, source } = match &self.asked.inward {
            None => self.cache.get(key, self.asked.refresh, load).await?,
            Some(Inward::Warm { force }) => self.cache.warm(key, *force, load).await?,
            Some(Inward::Describe(described)) => {
                let _ = described.set((self.policy, self.scope));
                return Err(ApiError::unavailable("It is only described."));
            }
        };
        Ok(Answer { entry, source, asked: self.asked, holds: PhantomData })
    }
}

/// Fingerprint of an answer's schema: a program that answers in another shape uses other keys.
fn shape<T: ToSchema + 'static>() -> u64 {
    static KNOWN: Mutex<Option<HashMap<TypeId, u64>>> = Mutex::new(None);
    let mut known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
    let known = known.get_or_insert_default();
    *known.entry(TypeId::of::<T>()).or_insert_with(|| {
        let mut schemas = vec![(type_name::<T>().to_owned(), T::schema())];
        T::schemas(&mut schemas);
        let text = serde_json::to_vec(&schemas).unwrap_or_default();
        let mut first = [0; 8];
        first.copy_from_slice(&blake3::hash(&text).as_bytes()[..8]);
        u64::from_be_bytes(first)
    })
}

/// A finished answer, remembering what it holds for the OpenAPI document.
pub struct Answer<T> {
    entry: Arc<Entry>,
    source: Source,
    asked: Asked,
    holds: PhantomData<fn() -> T>,
}

impl<T> Answer<T> {
    /// The whole of it, as JSON.
    pub fn body(&self) -> Bytes {
        self.entry.body.clone()
    }
}

/// Marks a response whose bytes are final: compressing them again would be work on the hot path.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Finished;

impl<T> IntoResponse for Answer<T> {
    fn into_response(self) -> Response {
        let Self { entry, source, asked, .. } = self;
        let known = asked.none_match.as_deref().is_some_and(|tags| knows(tags, &entry.etag));
        let mut response = if known {
            entry.count_not_modified();
            StatusCode::NOT_MODIFIED.into_response()
        } else {
            let (coding, bytes) = entry.coded(&asked.codings);
            let mut response = bytes.into_response();
            let headers = response.headers_mut();
            headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
            match coding {
                Coding::Identity => None,
                Coding::Brotli => headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static("br")),
                Coding::Gzip => headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static("gzip")),
            };
            response
        };
        let now = Instant::now();
        let headers = response.headers_mut();
        headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-cache"));
        headers.insert(header::AGE, entry.age(now).as_secs().into());
        insert(headers, "etag", &entry.etag);
        insert(headers, "cache-status", &status(source, entry.ttl_seconds(now)));
        response.extensions_mut().insert(Finished);
        response
    }
}

fn insert(headers: &mut HeaderMap, name: &'static str, value: &str) {
    if let Ok(value) = HeaderValue::from_str(value) {
        headers.insert(name, value);
    }
}

/// Whether `If-None-Match` names this entity tag, by weak comparison (RFC 9110, section 13.1.2).
pub fn knows(tags: &str, etag: &str) -> bool {
    let opaque = |tag: &str| tag.trim().trim_start_matches("W/").to_owned();
    tags.trim() == "*" || tags.split(',').any(|tag| opaque(tag) == opaque(etag))
}

/// `Cache-Status` after RFC 9211.
fn status(source: Source, ttl: i64) -> String {
    match source {
        Source::Hit | Source::Level2 => format!("tally; hit; ttl={ttl}"),
        Source::Stale => format!("tally; fwd=stale; ttl={ttl}"),
        Source::Loaded { stored: true } => "tally; fwd=miss; stored".to_owned(),
        Source::Loaded { stored: false } => "tally; fwd=miss".to_owned(),
        Source::Collapsed => "tally; fwd=miss; collapsed".to_owned(),
        Source::Refreshed => "tally; fwd=request; stored".to_owned(),
        Source::Bypass => "tally; fwd=bypass".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn refused_codings_are_not_sent() {
        let accept = |text: &str| {
            let mut headers = HeaderMap::new();
            headers.insert(header::ACCEPT_ENCODING, text.parse().unwrap());
            codings(&headers)
        };
        assert_eq!(accept("gzip, deflate, br"), [Coding::Brotli, Coding::Gzip]);
        assert_eq!(accept("br;q=0, gzip;q=0.5"), [Coding::Gzip]);
        assert_eq!(accept("identity"), []);
    }

    #[test]
    fn entity_tags_are_compared_weakly() {
        assert!(knows("\"a\", W/\"b\"", "W/\"b\""));
        assert!(knows("\"b\"", "W/\"b\"") && knows("*", "W/\"b\""));
        assert!(!knows("\"c\"", "W/\"b\""));
    }
}
