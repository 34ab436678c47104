//! Parameters: what does not parse is named, what is unknown is ignored.

use axum::http::Method;
use serde_json::Value;
use tally_testkit::TestApp;

use super::operations::{Operation, operations};

fn is_number(parameter: &Value) -> bool {
    let kind = &parameter["schema"]["type"];
    let is = |kind: &Value| kind == "integer";
    parameter["in"] == "query" && (is(kind) || kind.as_array().is_some_and(|kinds| kinds.iter().any(is)))
}

fn gets() -> impl Iterator<Item = Operation> {
    operations().into_iter().filter(|operation| operation.method == Method::GET)
}

#[tokio::test]
async fn a_number_that_is_none_is_named() {
    let app = TestApp::start().await;
    let mut seen = 0;
    for operation in gets() {
        for parameter in operation.parameters.iter().filter(|parameter| is_number(parameter)) {
            let name = parameter["name"].as_str().expect("a name");
            let caller = operation.somebody(&app).await;
            let reply = operation.call_with(&caller, &format!("?{name}=seven")).await;
            assert_eq!(reply.status.as_u16(), 422, "{} {name}: {}", operation.id, reply.json());
            reply.assert_problem(422, "invalid");
            assert_eq!(reply.json()["errors"][0]["pointer"], format!("?{name}"), "{}", operation.id);
            seen += 1;
        }
    }
    assert!(seen > 10, "{seen} parameters are no test");
}

#[tokio::test]
async fn unknown_and_empty_parameters_reach_no_key() {
    let app = TestApp::start().await;
    for operation in gets() {
        let caller = operation.somebody(&app).await;
        let first = operation.call(&caller).await;
        if !first.status.is_success() || first.header("cache-status").is_empty() {
            continue;
        }
        assert!(first.header("cache-status").starts_with("tally; "), "{}", operation.id);
        assert!(first.header("etag").starts_with("W/\""), "{}", operation.id);
        assert_eq!(first.header("cache-control"), "private, no-cache", "{}", operation.id);
        assert_eq!(first.header("vary"), "accept-encoding", "{}", operation.id);
        let again = operation.call_with(&caller, "?no-such=1&days=&limit=&utm%5B%5D=2").await;
        assert!(
            again.header("cache-status").contains("; hit"),
            "{}: {}",
            operation.id,
            again.header("cache-status")
        );
        assert_eq!((again.statements(), &again.body), (0, &first.body), "{}", operation.id);

        let known = caller.clone().header("if-none-match", first.header("etag").to_owned());
        let unchanged = operation.call(&known).await;
        assert_eq!((unchanged.status.as_u16(), unchanged.body.len()), (304, 0), "{}", operation.id);
    }
}
