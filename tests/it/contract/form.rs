//! The forms in which an address may be asked for.

use axum::http::Method;
use tally_config::LimitsConfig;
use tally_testkit::{TestApp, TestOptions};

use super::operations::operations;

#[tokio::test]
async fn a_trailing_slash_and_a_doubled_base_change_nothing() {
    let app = TestApp::start().await;
    let admin = app.superadmin().await;
    for operation in operations().into_iter().filter(|operation| operation.method == Method::GET) {
        let plain = operation.call(&admin).await;
        for address in [format!("{}/", operation.address()), format!("/api/v1{}/", operation.address())] {
            let reply = admin.send_raw(Method::GET, &address, None, "".into()).await;
            assert_eq!(reply.status, plain.status, "{address}");
            if reply.status.is_client_error() {
                assert_eq!(reply.json()["instance"], address);
            }
        }
        let head = admin.send_raw(Method::HEAD, &operation.address(), None, "".into()).await;
        assert_eq!((head.status, head.body.len()), (plain.status, 0), "{}", operation.id);
        let options = admin.send_raw(Method::OPTIONS, &operation.address(), None, "".into()).await;
        options.assert_status(204);
        assert!(options.header("allow").contains("GET"), "{}: {}", operation.id, options.header("allow"));
    }
}

#[tokio::test]
async fn whatever_fails_is_a_problem() {
    let app = TestApp::start().await;
    let admin = app.superadmin().await;
    admin.get("/no-such-address").await.assert_problem(404, "not-found");
    app.nobody().send_raw(Method::GET, "/elsewhere", None, "".into()).await.assert_problem(404, "not-found");
    let method = admin.delete("/admin-management/dashboard").await;
    method.assert_problem(405, "method");
    assert!(method.header("allow").contains("GET"));

    let login = "/api/v1/auth/auth/login";
    let post = async |kind: Option<&str>, body: Vec<u8>| {
        app.nobody().send_raw(Method::POST, login, kind, body.into()).await
    };
    post(Some("text/plain"), b"{}".to_vec()).await.assert_problem(415, "media-type");
    post(None, b"{}".to_vec()).await.assert_problem(415, "media-type");
    post(Some("application/json"), b"{".to_vec()).await.assert_problem(400, "malformed");
    post(Some("application/json"), vec![b' '; (1 << 20) + 1]).await.assert_problem(413, "too-large");
    let missing = post(Some("application/json; charset=utf-8"), b"{}".to_vec()).await;
    missing.assert_problem(422, "invalid");
    assert!(missing.json()["errors"][0]["pointer"].as_str().is_some_and(|pointer| pointer.starts_with('/')));
}

#[tokio::test]
async fn request_ids_are_taken_when_they_are_plain() {
    let app = TestApp::start().await;
    let ask = async |id: &str| app.nobody().header("x-request-id", id).get("/no-such-address").await;
    assert_eq!(ask("client-1.A_b").await.header("x-request-id"), "client-1.A_b");
    for odd in ["", "a b", "ü", &"x".repeat(65)] {
        let reply = ask(odd).await;
        assert_eq!(reply.header("x-request-id").len(), 32, "{odd}");
        assert_eq!(reply.json()["request_id"], reply.header("x-request-id"));
    }
}

#[tokio::test]
async fn only_named_origins_may_call_from_a_browser() {
    let origin = "https://screens.example";
    let app =
        TestApp::with(TestOptions { cors_origins: vec![origin.to_owned()], ..TestOptions::default() }).await;
    let ask = async |origin: &str| {
        let caller = app.nobody().header("origin", origin).header("access-control-request-method", "GET");
        caller.send_raw(Method::OPTIONS, "/api/v1/admin-management/dashboard", None, "".into()).await
    };
    assert_eq!(ask(origin).await.header("access-control-allow-origin"), origin);
    assert_eq!(ask("https://elsewhere.example").await.header("access-control-allow-origin"), "");
}

#[tokio::test]
async fn strangers_are_limited_by_their_address() {
    let app =
        TestApp::with(TestOptions { limits: LimitsConfig::usual(true), ..TestOptions::default() }).await;
    let from = |address: &str| app.nobody().header("x-forwarded-for", address.to_owned());
    let mut refused = None;
    for _ in 0..=500 {
        refused = Some(from("203.0.113.7").get("/no-such-address").await);
    }
    let refused = refused.expect("an answer");
    refused.assert_problem(429, "throttled");
    assert!(refused.header("retry-after").parse::<u64>().is_ok_and(|seconds| seconds >= 1));
    from("203.0.113.8").get("/no-such-address").await.assert_problem(404, "not-found");
}
