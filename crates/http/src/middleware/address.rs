use std::{net::SocketAddr, sync::Arc};

use axum::{
    extract::{ConnectInfo, Request, State},
    http::header::AUTHORIZATION,
    middleware::Next,
    response::{IntoResponse, Response},
};

use crate::{ClientAddress, Limit, Limits};

/// What the layer needs to know.
#[derive(Clone, Debug)]
pub(crate) struct Address {
    pub(crate) limits: Arc<Limits>,
    pub(crate) trusted_proxies: usize,
}

/// Notes where a request comes from, and limits those that come without a token.
pub(crate) async fn layer(State(settings): State<Address>, mut request: Request, next: Next) -> Response {
    let peer = request.extensions().get::<ConnectInfo<SocketAddr>>();
    let address = ClientAddress::of(request.headers(), peer, settings.trusted_proxies);
    let counts = request.uri().path().starts_with("/api/") && !request.headers().contains_key(AUTHORIZATION);
    if counts && let Err(refused) = settings.limits.take(Limit::Anonymous, address.0).await {
        return refused.into_response();
    }
    request.extensions_mut().insert(address);
    next.run(request).await
}
