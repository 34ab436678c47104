use std::{fmt::Write as _, sync::Arc, time::Instant};

use axum::{
    extract::{MatchedPath, Request},
    http::HeaderValue,
    middleware::Next,
    response::Response,
};
use tally_db::{Meter, metered};
use tracing::Instrument as _;

use super::problem::Undisclosed;
use crate::RequestId;

/// Measures a request: `Server-Timing` on the answer, one log line, and the counters of `/metrics`.
///
/// The line names the route, never the address asked for: addresses and query strings hold personal data.
pub(crate) async fn layer(request: Request, next: Next) -> Response {
    let route = request.extensions().get::<MatchedPath>().map_or("none", MatchedPath::as_str).to_owned();
    let id = request.extensions().get().map_or_else(String::new, |RequestId(id)| id.clone());
    let method = request.method().clone();
    let (meter, started) = (Arc::<Meter>::default(), Instant::now());

    let span = tracing::info_span!("request", %id, %method, route);
    let mut response = metered(Arc::clone(&meter), next.run(request)).instrument(span.clone()).await;

    let (total, statements) = (started.elapsed(), meter.statements());
    let (total_ms, db_ms) = (total.as_secs_f64() * 1e3, meter.time().as_secs_f64() * 1e3);
    let mut timing = format!("total;dur={total_ms:.1}");
    if response.extensions().get::<Undisclosed>().is_none() {
        let _ = write!(timing, ", db;dur={db_ms:.1};desc=\"{statements}\"");
    }
    if let Ok(timing) = HeaderValue::try_from(timing) {
        response.headers_mut().insert("server-timing", timing);
    }
    let status = response.status().as_u16();
    span.in_scope(|| tracing::info!(status, total_ms, statements, db_ms, "answered"));
    let labels = [("method", method.to_string()), ("route", route), ("status", status.to_string())];
    metrics::histogram!("tally_request_seconds", &labels).record(total.as_secs_f64());
    metrics::counter!("tally_statements_total", &labels).increment(statements.into());
    response
}
