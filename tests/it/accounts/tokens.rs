//! Access tokens, and `POST auth/auth/refresh-token`.

use chrono::Duration;
use futures::future::join_all;
use jsonwebtoken::{Algorithm, EncodingKey, Header};
use sea_orm::{ActiveModelTrait, ConnectionTrait, IntoActiveModel, Set};
use serde_json::{Value, json};
use tally_auth::{session::end_all, token};
use tally_entity::{RevokeReason, Role, UserId, session, user};
use tally_kernel::Clock;
use tally_testkit::{Caller, TestApp, ago};

use super::{PASSWORD, REFRESH, caller, login, person, sessions_of, the_user};

const PROFILE: &str = "/auth/auth/user/";

/// The caller's token, said differently but signed by us.
pub fn reissued<'a>(app: &'a TestApp, caller: &Caller<'_>, change: &Value) -> Caller<'a> {
    let secret = app.state.auth.jwt_secret.clone().unwrap();
    let claims = token::verify(&secret, caller.token()).unwrap();
    let mut claims = serde_json::to_value(claims).unwrap();
    claims.as_object_mut().unwrap().extend(change.as_object().unwrap().clone());
    let key = EncodingKey::from_secret(secret.reveal().as_bytes());
    app.bearer(jsonwebtoken::encode(&Header::new(Algorithm::HS256), &claims, &key).unwrap())
}

/// Changes the user as an endpoint would, in a transaction of the application.
async fn change(app: &TestApp, id: UserId, change: impl FnOnce(&mut user::ActiveModel)) {
    let mut row = the_user(app, id).await.into_active_model();
    change(&mut row);
    let tx = app.state.db.write().await.unwrap();
    row.update(&*tx).await.unwrap();
    tx.commit().await.unwrap();
}

async fn change_session(app: &TestApp, id: UserId, change: impl FnOnce(&mut session::ActiveModel)) {
    let mut row = sessions_of(app, id).await.remove(0).into_active_model();
    change(&mut row);
    let tx = app.state.db.write().await.unwrap();
    row.update(&*tx).await.unwrap();
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn every_bad_token_has_its_code() {
    let app = TestApp::start().await;
    let admin = app.superadmin().await;
    let past = Clock::real().timestamp() - 60;
    let cases = [
        (app.nobody(), "token_missing"),
        (app.bearer("made up"), "token_invalid"),
        (app.bearer(format!("{}x", admin.token())), "token_invalid"),
        (reissued(&app, &admin, &json!({ "typ": "refresh" })), "token_invalid"),
        (reissued(&app, &admin, &json!({ "sub": "x" })), "token_invalid"),
        (reissued(&app, &admin, &json!({ "exp": past })), "token_expired"),
        (reissued(&app, &admin, &json!({ "ver": 1 })), "token_not_valid"),
        (reissued(&app, &admin, &json!({ "sub": "987654321" })), "token_not_valid"),
        (reissued(&app, &admin, &json!({ "sid": uuid::Uuid::nil() })), "token_not_valid"),
    ];
    admin.get(PROFILE).await.assert_status(200);
    for (caller, code) in cases {
        let reply = caller.get(PROFILE).await;
        reply.assert_problem(401, "unauthenticated");
        assert_eq!(reply.json()["code"], code);
        assert_eq!((reply.header("www-authenticate"), reply.statements()), ("Bearer", 0));
    }
    // What a token says of role and website is for logs.
    let forged = reissued(&app, &app.role(Role::Editor, None).await, &json!({ "role": "superadmin" }));
    assert_eq!(forged.get(PROFILE).await.json()["role"], "editor");
}

#[tokio::test]
async fn whatever_ends_a_session_ends_it_on_the_next_request() {
    type Change = fn(&mut user::ActiveModel);
    let changes: [Change; 5] = [
        |u| u.is_active = Set(false),
        |u| (u.is_suspended, u.suspended_at) = (Set(true), Set(Some(ago(1, 0)))),
        |u| u.is_blacklisted = Set(true),
        |u| u.deleted_at = Set(Some(ago(1, 0))),
        |u| u.token_version = Set(1),
    ];
    let app = TestApp::start().await;
    for (number, end) in changes.into_iter().enumerate() {
        let user = person(&app, Role::Superadmin, None).await;
        let signed_in = login(&app, &user.email, PASSWORD).await;
        let caller = caller(&app, &signed_in);
        caller.get(PROFILE).await.assert_status(200);
        change(&app, user.id, end).await;
        let refused = caller.get(PROFILE).await;
        assert_eq!(refused.json()["code"], "token_not_valid", "change {number}");
        // A new token version voids tokens, not sessions: a refresh makes a token that is good again.
        let refreshed = app.nobody().post(REFRESH, json!({ "refresh": signed_in.json()["refresh"] })).await;
        refreshed.assert_status(if number == 4 { 200 } else { 401 });
    }
    for number in 0..2 {
        let user = person(&app, Role::Superadmin, None).await;
        let caller = app.sign_in(&user).await;
        caller.get(PROFILE).await.assert_status(200);
        let tick = Clock::real();
        change_session(&app, user.id, |row| match number {
            0 => row.revoked_at = Set(Some(tick)),
            _ => row.expires_at = Set(tick),
        })
        .await;
        assert_eq!(caller.get(PROFILE).await.json()["code"], "token_not_valid");
    }
}

#[tokio::test]
async fn ending_all_sessions_voids_every_token_at_once() {
    let app = TestApp::start().await;
    let (user, other) = (person(&app, Role::Superadmin, None).await, app.superadmin().await);
    let callers = [app.sign_in(&user).await, app.sign_in(&user).await];
    for caller in callers.iter().chain([&other]) {
        caller.get(PROFILE).await.assert_status(200);
    }
    let tx = app.state.db.write().await.unwrap();
    let ended = end_all(&*tx, user.id, RevokeReason::RoleChange, Clock::real()).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(ended, 2);
    for caller in &callers {
        assert_eq!(caller.get(PROFILE).await.json()["code"], "token_not_valid");
    }
    other.get(PROFILE).await.assert_status(200);
    assert_eq!(the_user(&app, user.id).await.token_version, 1);
    let rows = sessions_of(&app, user.id).await;
    assert!(rows.iter().all(|row| row.revoke_reason == Some(RevokeReason::RoleChange)));
}

#[tokio::test]
async fn a_refresh_token_works_any_number_of_times_at_once() {
    let app = TestApp::start().await;
    let user = person(&app, Role::Superadmin, None).await;
    let signed_in = login(&app, &user.email, PASSWORD).await;
    let refresh = signed_in.json()["refresh"].clone();
    let before = sessions_of(&app, user.id).await;
    let nobody = app.nobody();
    let replies = join_all((0..8).map(|_| nobody.post(REFRESH, json!({ "refresh_token": refresh })))).await;
    for reply in &replies {
        caller(&app, reply).get(PROFILE).await.assert_status(200);
        assert_eq!(reply.statements(), 1);
        assert_eq!(reply.header("cache-control"), "no-store");
        let body = reply.json();
        assert_eq!((&body["refresh_token"], &body["refresh"]), (&refresh, &refresh));
        assert_eq!((&body["access"], &body["expires_in"]), (&body["access_token"], &json!(3600)));
    }
    assert_eq!(sessions_of(&app, user.id).await, before, "a refresh writes nothing");
    for alias in ["/auth/auth/refresh/", "/admin-management/auth/token/refresh/"] {
        nobody.post(alias, json!({ "refresh": refresh })).await.assert_status(200);
    }
}

#[tokio::test]
async fn a_dead_session_is_the_only_401_of_a_refresh() {
    let app = TestApp::start().await;
    let user = person(&app, Role::Superadmin, None).await;
    let refresh = login(&app, &user.email, PASSWORD).await.json()["refresh"].clone();
    let ask = || async { app.nobody().post(REFRESH, json!({ "refresh": refresh })).await };
    let refused = |reply: tally_testkit::Reply| {
        reply.assert_problem(401, "unauthenticated");
        assert_eq!(reply.json()["code"], "token_not_valid");
    };
    // A token past its hour is no obstacle: that is when a page refreshes.
    let late = reissued(&app, &app.superadmin().await, &json!({ "exp": 1 }));
    late.post(REFRESH, json!({ "refresh": refresh })).await.assert_status(200);
    refused(app.nobody().post(REFRESH, json!({ "refresh": "unknown" })).await);
    app.nobody().post(REFRESH, json!({})).await.assert_problem(422, "invalid");

    change_session(&app, user.id, |row| row.expires_at = Set(Clock::real())).await;
    refused(ask().await);
    let later = Clock::real() + Duration::hours(1);
    change_session(&app, user.id, |row| row.expires_at = Set(later)).await;
    ask().await.assert_status(200);
    change_session(&app, user.id, |row| row.revoked_at = Set(Some(Clock::real()))).await;
    refused(ask().await);
}

#[tokio::test]
async fn without_the_database_a_refresh_is_unavailable_and_nobody_is_signed_out() {
    let app = TestApp::start().await;
    let user = person(&app, Role::Superadmin, None).await;
    let refresh = login(&app, &user.email, PASSWORD).await.json()["refresh"].clone();
    let other = tally_db::connect(app.database_url(), 1).await.unwrap();
    let end = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity
               WHERE datname = current_database() AND pid <> pg_backend_pid()";
    other.execute_unprepared(end).await.unwrap();
    let reply = app.nobody().post(REFRESH, json!({ "refresh": refresh })).await;
    reply.assert_problem(503, "unavailable");
    assert!(!reply.header("retry-after").is_empty());

    app.db().clone().close().await.unwrap();
    app.nobody().post(REFRESH, json!({ "refresh": refresh })).await.assert_problem(503, "unavailable");
    login(&app, &user.email, PASSWORD).await.assert_problem(503, "unavailable");
    app.bearer("made up").post("/auth/auth/logout/", json!({})).await.assert_status(200);
}
