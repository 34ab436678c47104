//! How often somebody may try to sign in.

use serde_json::{Value, json};
use tally_config::{Limit, LimitsConfig};
use tally_entity::Role;
use tally_testkit::{Reply, TestApp, TestOptions};

use super::{LOGIN, PASSWORD, REFRESH, person, told};

async fn limited() -> TestApp {
    TestApp::with(TestOptions { limits: LimitsConfig::usual(true), ..TestOptions::default() }).await
}

/// The body without the seconds left, which pass.
fn timeless(reply: &Reply) -> Value {
    let mut body = told(reply);
    for member in ["detail", "error"] {
        let text = body[member].as_str().unwrap().split(" Try again").next().unwrap().to_owned();
        body[member] = json!(text);
    }
    body
}

#[tokio::test]
async fn five_attempts_a_minute_for_an_address_whether_it_exists_or_not() {
    let app = limited().await;
    let user = person(&app, Role::Superadmin, None).await;
    let mut throttled = Vec::new();
    for (email, address) in [(user.email.as_str(), "198.51.100.6"), ("nobody@people.example", "198.51.100.7")]
    {
        let caller = app.nobody().header("x-forwarded-for", address);
        let attempt = |password| caller.post(LOGIN, json!({ "email": email, "password": password }));
        let tries = futures::future::join_all((0..5).map(|_| attempt("another password"))).await;
        let locked = tries.iter().filter(|reply| reply.json()["attempts_remaining"] == 0).count();
        assert_eq!(locked, 1, "{email}: the fifth locks");
        // The lock would be a 400.
        let reply = attempt(PASSWORD).await;
        reply.assert_problem(429, "throttled");
        assert!(reply.header("retry-after").parse::<u64>().is_ok_and(|seconds| (1..=13).contains(&seconds)));
        assert_eq!(reply.statements(), 0);
        throttled.push(reply);
    }
    assert_eq!(timeless(&throttled[0]), timeless(&throttled[1]));
}

#[tokio::test]
async fn ten_attempts_a_minute_from_an_address_whomever_they_name() {
    let app = limited().await;
    let attempt = async |number: usize, address: &str| {
        let body = json!({ "email": format!("nobody{number}@people.example"), "password": "x" });
        app.nobody().header("x-forwarded-for", address).post(LOGIN, body).await
    };
    let tries = (0..10).map(|number| attempt(number, "198.51.100.8"));
    for reply in futures::future::join_all(tries).await {
        reply.assert_problem(400, "credentials");
    }
    attempt(10, "198.51.100.8").await.assert_problem(429, "throttled");
    attempt(10, "198.51.100.9").await.assert_problem(400, "credentials");
}

#[tokio::test]
async fn a_made_up_token_is_no_way_around_the_limit_of_an_address() {
    let app = limited().await;
    let address = "198.51.100.9";
    while app.state.limits.take(Limit::Anonymous, address).await.is_ok() {}
    let stranger = app.bearer("made up").header("x-forwarded-for", "198.51.100.9");
    stranger.post(REFRESH, json!({ "refresh_token": "x" })).await.assert_problem(429, "throttled");
    stranger.post(LOGIN, json!({ "email": "a@b", "password": "x" })).await.assert_problem(429, "throttled");
    stranger.get("/auth/auth/user/").await.assert_problem(429, "throttled");
}
