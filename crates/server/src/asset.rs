//! Files inside the binary, as they are sent.

use std::io::{self, Read as _};

use axum::{
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
    routing::{MethodRouter, get},
};
use flate2::read::GzDecoder;
use tally_http::{ApiError, knows};

/// What a gzipped file begins with.
const GZIP: [u8; 2] = [0x1f, 0x8b];

/// A file. One that is stored gzipped goes out as it is; the compression layer sees to the others.
#[derive(Clone, Copy)]
pub(crate) struct Asset {
    kind: &'static str,
    bytes: &'static [u8],
    /// What the document may load; other files load nothing.
    policy: &'static str,
}

impl Asset {
    pub(crate) const fn new(kind: &'static str, bytes: &'static [u8]) -> Self {
        Self { kind, bytes, policy: "default-src 'none'" }
    }

    pub(crate) const fn script(bytes: &'static [u8]) -> Self {
        Self::new("text/javascript; charset=utf-8", bytes)
    }

    pub(crate) const fn style(bytes: &'static [u8]) -> Self {
        Self::new("text/css; charset=utf-8", bytes)
    }

    pub(crate) const fn document(bytes: &'static [u8], policy: &'static str) -> Self {
        Self { policy, ..Self::new("text/html; charset=utf-8", bytes) }
    }

    /// Answers this file.
    pub(crate) fn route<S: Clone + Send + Sync + 'static>(self) -> MethodRouter<S> {
        let etag = format!("W/\"{}\"", &blake3::hash(self.bytes).to_hex()[..16]);
        get(async move |headers: HeaderMap| self.answer(&headers, &etag))
    }

    /// Always asked for again and rarely sent again: a new version of the program shows at once.
    fn answer(self, asked: &HeaderMap, etag: &str) -> Response {
        let text = |name| asked.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
        let body = if knows(text(header::IF_NONE_MATCH), etag) {
            StatusCode::NOT_MODIFIED.into_response()
        } else if !self.bytes.starts_with(&GZIP) {
            self.bytes.into_response()
        } else if text(header::ACCEPT_ENCODING).contains("gzip") {
            ([(header::CONTENT_ENCODING, "gzip")], self.bytes).into_response()
        } else {
            unpacked(self.bytes).map_err(ApiError::internal).into_response()
        };
        let told = [
            (header::CONTENT_TYPE, self.kind),
            (header::CONTENT_SECURITY_POLICY, self.policy),
            (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
            (header::REFERRER_POLICY, "no-referrer"),
            (header::CACHE_CONTROL, "no-cache"),
            (header::VARY, "accept-encoding"),
            (header::ETAG, etag),
        ];
        (told, body).into_response()
    }
}

fn unpacked(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut plain = Vec::new();
    GzDecoder::new(bytes).read_to_end(&mut plain)?;
    Ok(plain)
}
