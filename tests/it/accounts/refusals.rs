//! `POST auth/auth/login`: what a refusal tells, and what it does not.

use std::time::{Duration, Instant};

use sea_orm::Set;
use serde_json::json;
use tally_entity::{Role, WebsiteId, blacklisted_email, user};
use tally_kernel::Clock;
use tally_testkit::{Reply, TestApp, ago};

use super::{PASSWORD, changed_person, login, person, sessions_of, the_user, told};

/// Refusals take this long at least.
const PACE: Duration = Duration::from_millis(800);

async fn timed(app: &TestApp, email: &str, password: &str) -> (Reply, Duration) {
    let started = Instant::now();
    let reply = login(app, email, password).await;
    (reply, started.elapsed())
}

async fn blacklist(app: &TestApp, email: &str, website_id: Option<WebsiteId>) {
    let row = blacklisted_email::ActiveModel {
        email: Set(email.to_owned()),
        website_id: Set(website_id),
        ..Default::default()
    };
    app.insert(row).await;
}

#[tokio::test]
async fn neither_answer_nor_time_tells_who_exists() {
    let app = TestApp::start().await;
    let (site, other) = (app.website("alpha").await, app.website("beta").await);
    let known = person(&app, Role::Client, Some(site)).await;
    let listed = person(&app, Role::Client, Some(site)).await;
    blacklist(&app, &listed.email.to_uppercase(), Some(site)).await;
    let everywhere = person(&app, Role::Client, Some(site)).await;
    blacklist(&app, &everywhere.email, None).await;
    let no_password = app.user_id(Role::Client, Some(site)).await;
    let no_password = the_user(&app, no_password).await;

    let cases = [
        ("nobody@people.example", PASSWORD),
        (known.email.as_str(), "another password"),
        (listed.email.as_str(), PASSWORD),
        (everywhere.email.as_str(), PASSWORD),
        (no_password.email.as_str(), "!"),
    ];
    let tries = cases.map(|(email, password)| timed(&app, email, password));
    let replies = futures::future::join_all(tries).await;
    insta::assert_json_snapshot!(told(&replies[0].0), @r#"
    {
      "type": "/problems/credentials",
      "title": "Wrong credentials",
      "status": 400,
      "detail": "Invalid email or password.",
      "error": "Invalid email or password.",
      "instance": "/api/v1/auth/auth/login/",
      "message": "Invalid email or password.",
      "guidance": "Check the e-mail address and the password, then try again.",
      "attempts_remaining": 4
    }
    "#);
    for ((reply, time), (email, _)) in replies.iter().zip(cases) {
        reply.assert_problem(400, "credentials");
        assert_eq!(told(reply), told(&replies[0].0), "{email}");
        assert!(*time >= PACE, "{email}: {time:?}");
        let timing = reply.header("server-timing");
        assert!(timing.starts_with("total;dur=") && !timing.contains("db"), "{timing}");
        let names = |reply: &Reply| reply.headers.keys().map(ToString::to_string).collect::<Vec<_>>();
        assert_eq!(names(reply), names(&replies[0].0), "{email}");
    }
    assert_eq!(the_user(&app, known.id).await.failed_logins, 1);
    assert_eq!(the_user(&app, listed.id).await.failed_logins, 1);

    let elsewhere = person(&app, Role::Client, Some(site)).await;
    blacklist(&app, &elsewhere.email, Some(other)).await;
    login(&app, &elsewhere.email, PASSWORD).await.assert_status(200);
}

#[tokio::test]
async fn only_the_right_password_learns_that_an_account_is_barred() {
    type Change = fn(&mut user::ActiveModel);
    let app = TestApp::start().await;
    let cases: [(&str, Change); 5] = [
        ("This account is suspended.", |u| {
            (u.is_suspended, u.suspended_at) = (Set(true), Set(Some(ago(1, 0))));
        }),
        ("This account is suspended. Reason: spam. It ends on 2199-01-31 at 09:30 UTC.", |u| {
            (u.is_suspended, u.suspended_at) = (Set(true), Set(Some(ago(1, 0))));
            u.suspension_reason = Set(Some("spam".to_owned()));
            u.suspension_ends_at = Set(Some("2199-01-31T09:30:00Z".parse().unwrap()));
        }),
        ("This account is disabled.", |u| u.is_active = Set(false)),
        ("This account is disabled.", |u| u.is_blacklisted = Set(true)),
        ("This account is disabled.", |u| u.deleted_at = Set(Some(Clock::real()))),
    ];
    for (detail, change) in cases {
        let user = changed_person(&app, Role::Superadmin, None, change).await;
        let (right, wrong) =
            tokio::join!(login(&app, &user.email, PASSWORD), login(&app, &user.email, "another password"));
        right.assert_problem(400, "credentials");
        let body = right.json();
        assert_eq!((&body["detail"], &body["message"]), (&json!(detail), &json!(detail)));
        assert!(body["guidance"].is_string() && body["attempts_remaining"].is_i64(), "{body}");
        assert_eq!(wrong.json()["detail"], "Invalid email or password.");
        assert!(sessions_of(&app, user.id).await.is_empty());
    }
}
