use axum::{
    extract::FromRequestParts,
    http::{header::AUTHORIZATION, request::Parts},
};
use tally_http::{ApiError, AppState, ClientAddress, Limit};

/// A caller who need not say who he is, limited by his address.
///
/// The address layer leaves requests with a token to those who read it. Nobody reads it here, so whatever
/// stands in the header must not be a way around the limit.
pub(crate) struct Anonymous(pub(crate) ClientAddress);

impl FromRequestParts<AppState> for Anonymous {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, app: &AppState) -> Result<Self, ApiError> {
        let Ok(address) = ClientAddress::from_request_parts(parts, app).await;
        if parts.headers.contains_key(AUTHORIZATION) {
            app.limits.take(Limit::Anonymous, address.0).await?;
        }
        Ok(Self(address))
    }
}
