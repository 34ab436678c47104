use std::{
    pin::pin,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering::Relaxed},
    },
    time::Duration,
};

use axum::{
    extract::{FromRequestParts, Request, State},
    http::{StatusCode, request::Parts},
    middleware::Next,
    response::{IntoResponse as _, Response},
};
use tokio::time::timeout;

/// Whether a request may take longer than others, as its handler says.
#[derive(Clone, Debug, Default)]
struct Lifted(Arc<AtomicBool>);

/// Among a handler's arguments: the time limit is not for this one, whose answer takes the time it takes.
#[derive(Clone, Copy, Debug)]
pub struct Unhurried;

impl<S: Send + Sync> FromRequestParts<S> for Unhurried {
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Self::Rejection> {
        if let Some(Lifted(lifted)) = parts.extensions.get() {
            lifted.store(true, Relaxed);
        }
        Ok(Self)
    }
}

/// Ends a request that has not begun to answer in time; what it was doing is dropped.
pub(crate) async fn layer(State(limit): State<Duration>, mut request: Request, next: Next) -> Response {
    let lifted = Lifted::default();
    request.extensions_mut().insert(lifted.clone());
    let mut answer = pin!(next.run(request));
    match timeout(limit, &mut answer).await {
        Ok(response) => response,
        Err(_) if lifted.0.load(Relaxed) => answer.await,
        Err(_) => StatusCode::SERVICE_UNAVAILABLE.into_response(),
    }
}

#[cfg(test)]
mod tests {
    use axum::{Router, body::Body, middleware::from_fn_with_state, routing::get};
    use tokio::time::sleep;
    use tower::ServiceExt as _;

    use super::*;

    const LIMIT: Duration = Duration::from_millis(1);

    /// Longer than the limit.
    async fn work() {
        sleep(LIMIT * 20).await;
    }

    async fn status(path: &str) -> StatusCode {
        let router = Router::new()
            .route("/hurried", get(work))
            .route("/unhurried", get(async |_: Unhurried| work().await))
            .layer(from_fn_with_state(LIMIT, layer));
        let request = Request::get(path).body(Body::empty()).unwrap();
        router.oneshot(request).await.unwrap().status()
    }

    #[tokio::test]
    async fn only_who_says_so_may_take_longer() {
        assert_eq!(status("/hurried").await, StatusCode::SERVICE_UNAVAILABLE);
        assert_eq!(status("/unhurried").await, StatusCode::OK);
    }
}
