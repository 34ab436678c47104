use axum::{
    body::{Body, Bytes, to_bytes},
    http::{HeaderMap, Method, Request, StatusCode, header},
    response::Response,
};
use serde_json::Value;
use tower::ServiceExt as _;

use crate::{TestApp, documented::assert_described};

/// Far beyond any answer.
const LARGEST: usize = 64 << 20;

/// Somebody who calls the application.
#[derive(Clone)]
pub struct Caller<'a> {
    app: &'a TestApp,
    token: Option<String>,
    headers: Vec<(&'static str, String)>,
}

impl<'a> Caller<'a> {
    pub(crate) fn new(app: &'a TestApp, token: Option<String>) -> Self {
        Self { app, token, headers: Vec::new() }
    }

    /// His access token.
    pub fn token(&self) -> &str {
        self.token.as_deref().unwrap_or_default()
    }

    /// The same caller, who also sends this header.
    #[must_use]
    pub fn header(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.headers.push((name, value.into()));
        self
    }

    /// GET of a path relative to `/api/v1`.
    pub async fn get(&self, path: &str) -> Reply {
        self.send(Method::GET, path, None).await
    }

    /// POST of JSON.
    pub async fn post(&self, path: &str, body: Value) -> Reply {
        self.send(Method::POST, path, Some(body)).await
    }

    /// PATCH of JSON.
    pub async fn patch(&self, path: &str, body: Value) -> Reply {
        self.send(Method::PATCH, path, Some(body)).await
    }

    /// DELETE.
    pub async fn delete(&self, path: &str) -> Reply {
        self.send(Method::DELETE, path, None).await
    }

    /// Any request with a JSON body or none.
    pub async fn send(&self, method: Method, path: &str, body: Option<Value>) -> Reply {
        let body = body.map(|body| body.to_string());
        let kind = body.as_ref().map(|_| "application/json");
        self.send_raw(method, &format!("/api/v1{path}"), kind, body.unwrap_or_default().into()).await
    }

    /// Any request at all; the path is taken as it is.
    pub async fn send_raw(&self, method: Method, path: &str, kind: Option<&str>, body: Bytes) -> Reply {
        let (parts, body) = self.respond(method.clone(), path, kind, body).await.into_parts();
        let kind = parts.headers.get(header::CONTENT_TYPE).map_or(&[][..], |kind| kind.as_bytes());
        // A stream of events has no end.
        let body = if kind.starts_with(b"text/event-stream") { Body::empty() } else { body };
        let body = to_bytes(body, LARGEST).await.expect("the whole answer");
        let json = serde_json::from_slice(&body).unwrap_or(Value::Null);
        let reply = Reply { status: parts.status, headers: parts.headers, body, json };
        assert_described(&method, path, &reply);
        reply
    }

    /// GET of a path relative to `/api/v1`, whose body is still to be read.
    pub async fn open(&self, path: &str) -> Response {
        self.respond(Method::GET, &format!("/api/v1{path}"), None, Bytes::new()).await
    }

    async fn respond(&self, method: Method, path: &str, kind: Option<&str>, body: Bytes) -> Response {
        let mut request = Request::builder().method(method).uri(path).header(header::HOST, "tally.example");
        if let Some(token) = &self.token {
            request = request.header(header::AUTHORIZATION, format!("Bearer {token}"));
        }
        if let Some(kind) = kind {
            request = request.header(header::CONTENT_TYPE, kind);
        }
        for (name, value) in &self.headers {
            request = request.header(*name, value);
        }
        let request = request.body(Body::from(body)).expect("a request that can be sent");
        self.app.app.clone().oneshot(request).await.expect("the router answers everything")
    }
}

/// An answer.
pub struct Reply {
    /// Its status.
    pub status: StatusCode,
    /// Its headers.
    pub headers: HeaderMap,
    /// Its bytes.
    pub body: Bytes,
    json: Value,
}

impl Reply {
    /// Fails unless the status is the expected one; shows the body then.
    #[track_caller]
    pub fn assert_status(&self, expected: u16) {
        assert_eq!(self.status.as_u16(), expected, "{}", String::from_utf8_lossy(&self.body));
    }

    /// Fails unless this is a problem of that status and kind.
    #[track_caller]
    pub fn assert_problem(&self, expected: u16, kind: &str) {
        self.assert_status(expected);
        assert_eq!(self.header("content-type"), "application/problem+json");
        assert_eq!(self.json["type"], format!("/problems/{kind}"), "{}", self.json);
        assert_eq!(self.json["error"], self.json["detail"], "{}", self.json);
        assert_eq!(self.json["request_id"], self.header("x-request-id"), "{}", self.json);
    }

    /// The body as JSON; null when it is none.
    pub fn json(&self) -> &Value {
        &self.json
    }

    /// A header, or nothing.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    /// How many SQL statements the answer says it took.
    pub fn statements(&self) -> u64 {
        let timing = self.header("server-timing");
        let count = timing.split("desc=\"").nth(1).and_then(|rest| rest.split('"').next());
        count.and_then(|count| count.parse().ok()).unwrap_or_else(|| panic!("no statements in {timing:?}"))
    }
}
