//! `auth/user-sessions`, `auth/session-management`

use axum::http::Method;
use chrono::{DateTime, Duration, Utc};
use sea_orm::{ActiveModelTrait, IntoActiveModel, Set};
use serde_json::{Value, json};
use tally_entity::{RevokeReason, Role, session, user};
use tally_kernel::Clock;
use tally_testkit::{Caller, TestApp};

use super::{log, near, person, sessions_of};

const LIST: &str = "/auth/user-sessions/";
const PROFILE: &str = "/auth/auth/user/";
const STATUS: &str = "/auth/session-management/status/";
const EXTEND: &str = "/auth/session-management/extend/";

/// A signed-in caller whose session is changed before it is first used.
async fn session<'a>(
    app: &'a TestApp,
    user: &user::Model,
    change: impl FnOnce(&mut session::ActiveModel),
) -> (Caller<'a>, session::Model) {
    let caller = app.sign_in(user).await;
    let mut row = sessions_of(app, user.id).await.pop().unwrap().into_active_model();
    change(&mut row);
    (caller, row.update(app.db()).await.unwrap())
}

fn seconds_ago(seconds: i64) -> DateTime<Utc> {
    Clock::real() - Duration::seconds(seconds)
}

#[tokio::test]
async fn own_live_sessions_are_listed_the_last_used_first() {
    let app = TestApp::start().await;
    let user = person(&app, Role::Superadmin, None).await;
    let (caller, current) = session(&app, &user, |s| s.last_used_at = Set(seconds_ago(60))).await;
    let (_, newer) = session(&app, &user, |s| {
        s.last_used_at = Set(seconds_ago(30));
        s.ip = Set(Some("198.51.100.7".to_owned()));
        s.user_agent = Set(Some("Mozilla/5.0 (iPhone) Version/17.5 Mobile/15E148 Safari/604.1".to_owned()));
    })
    .await;
    session(&app, &user, |s| s.revoked_at = Set(Some(seconds_ago(1)))).await;
    session(&app, &user, |s| s.expires_at = Set(seconds_ago(0))).await;
    app.superadmin().await;

    let reply = caller.get(LIST).await;
    reply.assert_status(200);
    assert_eq!(reply.statements(), 1);
    assert_eq!(reply.header("cache-control"), "no-store");
    let row = |row: &session::Model, name: &str, kind: &str, is_current: bool| {
        json!({
            "id": row.id, "device_name": name, "device_type": kind, "ip_address": row.ip,
            "user_agent": row.user_agent, "is_current": is_current, "is_active": true,
            "created_at": row.created_at, "logged_in_at": row.created_at,
            "last_activity": row.last_used_at, "last_used_at": row.last_used_at, "expires_at": row.expires_at,
        })
    };
    let expected = json!([
        row(&newer, "Safari on iOS", "mobile", false),
        row(&current, "Unknown device", "unknown", true),
    ]);
    assert_eq!(*reply.json(), expected);
    for alias in ["/auth/user-login-sessions/", "/auth/session-management/current_sessions/"] {
        assert_eq!(*caller.get(alias).await.json(), expected);
    }
}

#[tokio::test]
async fn one_session_is_ended_by_its_id() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let user = person(&app, Role::Admin, Some(site)).await;
    let (caller, _) = session(&app, &user, |_| {}).await;
    let (second, row) = session(&app, &user, |_| {}).await;
    let (third, other_row) = session(&app, &user, |_| {}).await;
    let stranger = person(&app, Role::Client, Some(site)).await;
    let (stranger, foreign) = session(&app, &stranger, |_| {}).await;
    for caller in [&second, &third, &stranger] {
        caller.get(PROFILE).await.assert_status(200);
    }

    let reply = caller.delete(&format!("{LIST}{}/", row.id)).await;
    reply.assert_status(204);
    assert!(reply.body.is_empty());
    assert_eq!(second.get(PROFILE).await.json()["code"], "token_not_valid");
    third.get(PROFILE).await.assert_status(200);
    for id in [row.id.to_string(), foreign.id.to_string(), "x".to_owned(), "99999999999999999999".to_owned()]
    {
        caller.delete(&format!("{LIST}{id}/")).await.assert_problem(404, "not-found");
    }
    stranger.get(PROFILE).await.assert_status(200);
    let alias = format!("/auth/user-login-sessions/{}/revoke/", other_row.id);
    let reply = caller.post(&alias, json!({})).await;
    assert_eq!(*reply.json(), json!({ "detail": "The session has ended." }));
    assert_eq!(third.get(PROFILE).await.json()["code"], "token_not_valid");
    caller.post(&alias, json!({})).await.assert_problem(404, "not-found");

    let log = log(&app).await;
    let targets: Vec<_> = log.iter().map(|entry| (entry.target_type.as_deref(), entry.target_id)).collect();
    assert_eq!(targets, [(Some("session"), Some(row.id.0)), (Some("session"), Some(other_row.id.0))]);
    assert_eq!(sessions_of(&app, user.id).await[1].revoke_reason, Some(RevokeReason::Logout));
}

#[tokio::test]
async fn all_sessions_end_with_or_without_the_current_one() {
    let app = TestApp::start().await;
    let user = person(&app, Role::Superadmin, None).await;
    let (caller, _) = session(&app, &user, |_| {}).await;
    let (second, _) = session(&app, &user, |_| {}).await;
    session(&app, &user, |s| s.expires_at = Set(seconds_ago(0))).await;
    let (other, _) = session(&app, &person(&app, Role::Superadmin, None).await, |_| {}).await;
    second.get(PROFILE).await.assert_status(200);

    let reply = caller.post("/auth/user-sessions/revoke-all/", json!({})).await;
    assert_eq!(*reply.json(), json!({ "detail": "1 session ended.", "revoked": 1 }));
    assert_eq!(second.get(PROFILE).await.json()["code"], "token_not_valid");
    let alias = "/auth/user-login-sessions/revoke-all/?keep_current=";
    assert_eq!(caller.post(&format!("{alias}1"), json!({})).await.json()["revoked"], 0);
    caller.post(&format!("{alias}x"), json!({})).await.assert_problem(422, "invalid");
    let reply = caller.post(&format!("{alias}0"), json!({})).await;
    assert_eq!(reply.json()["revoked"], 1);
    assert_eq!(caller.get(PROFILE).await.json()["code"], "token_not_valid");
    other.get(PROFILE).await.assert_status(200);
    let actions: Vec<_> = log(&app).await.into_iter().map(|entry| entry.action).collect();
    assert_eq!(actions, ["Ended 1 own session", "Ended 1 own session"]);
}

#[tokio::test]
async fn the_status_never_says_that_nothing_remains() {
    let app = TestApp::start().await;
    let user = person(&app, Role::Superadmin, None).await;
    for (idle, remaining, warns) in
        [(0, 1800, false), (1499, 301, false), (1500, 300, true), (90_000, 1, true)]
    {
        let (caller, row) = session(&app, &user, |s| s.last_used_at = Set(seconds_ago(idle))).await;
        let reply = caller.get(STATUS).await;
        reply.assert_status(200);
        assert_eq!(reply.statements(), 0);
        let body = reply.json();
        let number = |name: &str| body[name].as_i64().unwrap();
        // The clock does not stand still between the row and the answer.
        let late = number("idle_seconds") - idle;
        assert!((0..5).contains(&late), "{body}");
        assert_eq!(number("remaining_seconds"), (remaining - late).max(1));
        assert_eq!(body["should_warn"], json!(warns || remaining - late <= 300));
        let expected = json!({ "is_active": true, "timeout_seconds": 1800, "warning_threshold": 300,
            "last_activity": row.last_used_at, "expires_at": row.expires_at });
        for (name, value) in expected.as_object().unwrap() {
            assert_eq!(body[name], *value, "{name}");
        }
    }
}

#[tokio::test]
async fn activity_keeps_a_session_awake_and_shows_at_once() {
    let app = TestApp::start().await;
    let user = person(&app, Role::Superadmin, None).await;
    let in_days = |days| Clock::real() + Duration::days(days);
    for (before, after) in [(1, 7), (7, 7), (30, 30)] {
        let (caller, _) = session(&app, &user, |s| {
            (s.last_used_at, s.expires_at) = (Set(seconds_ago(1700)), Set(in_days(before)));
        })
        .await;
        assert_eq!(caller.get(STATUS).await.json()["should_warn"], true);
        let reply = caller.send(Method::POST, EXTEND, None).await;
        reply.assert_status(200);
        assert_eq!(reply.statements(), 2);
        let body = reply.json();
        assert_eq!(
            (&body["message"], &body["remaining_seconds"]),
            (&json!("Session extended"), &json!(1800))
        );
        let row = sessions_of(&app, user.id).await.pop().unwrap();
        assert_eq!(body["extended_at"], json!(row.last_used_at));
        assert!(near(row.expires_at, in_days(after)), "{before} days");
        let status: Value = caller.get(STATUS).await.json().clone();
        assert_eq!(
            (&status["should_warn"], &status["last_activity"]),
            (&json!(false), &json!(row.last_used_at))
        );
        caller.get(PROFILE).await.assert_status(200);
        assert_eq!(sessions_of(&app, user.id).await.pop().unwrap(), row, "only extending counts as activity");
    }
}
