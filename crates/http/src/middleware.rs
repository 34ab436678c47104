//! The layers around every route. From the outside in: request id, trace, problems, panics, CORS, time,
//! size, address limit, compression, idempotency. Each call of `layer` wraps what is there, so they read inside out.

mod address;
mod body_limit;
pub(crate) mod no_store;
mod options;
mod path;
mod problem;
mod request_id;
mod time_limit;
mod trace;

use std::{any::Any, sync::Arc, time::Duration};

use axum::{
    Router,
    http::{Extensions, HeaderMap, HeaderName, HeaderValue, Method, StatusCode, Version, header},
    middleware::{from_fn, from_fn_with_state},
    response::IntoResponse,
};
use tower_http::{
    catch_panic::CatchPanicLayer,
    compression::{CompressionLayer, Predicate, predicate::DefaultPredicate},
    cors::{AllowOrigin, CorsLayer},
    limit::RequestBodyLimitLayer,
};

pub(crate) use self::{body_limit::largest_of, problem::finished as finished_problem};
pub use self::{no_store::no_store, time_limit::Unhurried};
use crate::{ApiError, Limits, answer::Finished, idempotency};

/// JSON bodies up to this size are read.
const LARGEST_BODY: usize = 1024 * 1024;
/// Forms with a file of 10 MiB, and a little around it.
const LARGEST_FORM: usize = 10 * 1024 * 1024 + 64 * 1024;

/// What the layers need to know.
#[derive(Clone, Debug)]
pub struct Layers {
    /// How often an address may ask without a token.
    pub limits: Arc<Limits>,
    /// Proxies whose `X-Forwarded-For` is believed.
    pub trusted_proxies: usize,
    /// Other origins a browser may call from.
    pub cors_origins: Vec<String>,
    /// The longest a request may take, unless its handler is [`Unhurried`].
    pub timeout: Duration,
}

impl Layers {
    /// Puts the layers around `router`.
    pub fn around(self, router: Router) -> Router {
        let cors = (!self.cors_origins.is_empty()).then(|| cors(&self.cors_origins));
        let address = address::Address { limits: self.limits, trusted_proxies: self.trusted_proxies };
        let router = router
            .layer(from_fn(idempotency::layer))
            .layer(CompressionLayer::new().compress_when(DefaultPredicate::new().and(unfinished)))
            .layer(from_fn_with_state(address, address::layer))
            .layer(from_fn(body_limit::layer))
            .layer(RequestBodyLimitLayer::new(2 * LARGEST_FORM))
            .layer(from_fn_with_state(self.timeout, time_limit::layer));
        let router = if let Some(cors) = cors { router.layer(cors) } else { router };
        let router = router
            .layer(CatchPanicLayer::custom(panicked))
            .layer(from_fn(problem::layer))
            .layer(from_fn(trace::layer))
            .layer(from_fn(request_id::layer));
        Router::new().fallback_service(router).layer(from_fn(options::layer)).layer(from_fn(path::layer))
    }
}

/// Kept answers are stored in their codings; whatever of them goes out as it is stays as it is.
fn unfinished(_: StatusCode, _: Version, _: &HeaderMap, extensions: &Extensions) -> bool {
    extensions.get::<Finished>().is_none()
}

#[expect(clippy::needless_pass_by_value, reason = "the layer hands the panic over")]
fn panicked(panic: Box<dyn Any + Send>) -> axum::response::Response {
    let text = panic.downcast_ref::<&str>().map(ToString::to_string);
    let text = text.or_else(|| panic.downcast_ref::<String>().cloned());
    ApiError::internal(format!("panic: {}", text.unwrap_or_default())).into_response()
}

fn cors(origins: &[String]) -> CorsLayer {
    let origins = origins.iter().filter_map(|origin| HeaderValue::from_str(origin).ok());
    let sent = ["x-website", "idempotency-key", "x-request-id"].map(HeaderName::from_static);
    let shown = [
        "x-request-id",
        "idempotent-replayed",
        "server-timing",
        "cache-status",
        "ratelimit",
        "ratelimit-policy",
        "x-ratelimit-limit",
        "x-ratelimit-remaining",
    ];
    let shown = shown.map(HeaderName::from_static).into_iter();
    CorsLayer::new()
        .allow_origin(AllowOrigin::list(origins))
        .allow_methods([Method::GET, Method::POST, Method::PUT, Method::PATCH, Method::DELETE])
        .allow_headers(
            [header::AUTHORIZATION, header::CONTENT_TYPE, header::IF_NONE_MATCH]
                .into_iter()
                .chain(sent)
                .collect::<Vec<_>>(),
        )
        .expose_headers(shown.chain([header::ETAG, header::AGE, header::RETRY_AFTER]).collect::<Vec<_>>())
        .max_age(Duration::from_hours(1))
}
