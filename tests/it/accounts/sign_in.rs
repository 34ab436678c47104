//! `POST auth/auth/login`: what a success answers and writes.

use axum::http::Method;
use chrono::Duration;
use sea_orm::{EntityTrait, Set};
use serde_json::json;
use tally_entity::{Role, client_profile, user_presence, writer_profile};
use tally_kernel::Clock;
use tally_testkit::{TestApp, ago, now};

use super::{
    LOGIN, OLD_HASH, OLD_PASSWORD, PASSWORD, caller, changed_person, log, login, near, person, sessions_of,
    the_user,
};

#[tokio::test]
async fn a_member_of_staff_signs_in() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let user = changed_person(&app, Role::Admin, Some(site), |u| {
        (u.first_name, u.last_name) = (Set("Ada".to_owned()), Set("King".to_owned()));
        (u.failed_logins, u.timezone) = (Set(4), Set("Europe/Vienna".to_owned()));
        u.login_lock_ends_at = Set(Some(Clock::real() - Duration::seconds(1)));
    })
    .await;
    let program = app
        .nobody()
        .header("user-agent", "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Firefox/128.0")
        .header("x-forwarded-for", "198.51.100.7")
        .header("x-request-id", "request-7");
    let reply = program.post(LOGIN, json!({ "email": user.email, "password": PASSWORD })).await;
    reply.assert_status(200);
    assert_eq!(reply.statements(), 5);
    assert_eq!(reply.header("cache-control"), "no-store");

    let body = reply.json();
    assert_eq!(body["access"], body["access_token"]);
    assert_eq!(body["refresh"], body["refresh_token"]);
    assert_eq!((&body["token_type"], &body["expires_in"]), (&json!("Bearer"), &json!(3600)));
    let mut shown = body["user"].clone();
    assert!(near(shown["last_login"].as_str().unwrap().parse().unwrap(), Clock::real()));
    shown["last_login"] = json!("just now");
    insta::assert_json_snapshot!(shown, @r#"
    {
      "id": 1,
      "email": "admin1@people.example",
      "username": "admin1",
      "full_name": "Ada King",
      "first_name": "Ada",
      "last_name": "King",
      "role": "admin",
      "role_display": "Admin",
      "is_active": true,
      "date_joined": "2026-01-05T12:00:00Z",
      "last_login": "just now",
      "website_id": 1,
      "website": {
        "id": 1,
        "name": "alpha",
        "domain": "alpha.example"
      },
      "timezone": "Europe/Vienna",
      "client_timezone": "Europe/Vienna",
      "writer_timezone": "Europe/Vienna",
      "avatar_url": null,
      "is_available": true,
      "writer_profile": null,
      "client_profile": null
    }
    "#);

    let sessions = sessions_of(&app, user.id).await;
    let [session] = sessions.as_slice() else { panic!("one session") };
    assert_eq!(body["session_id"], session.family_id.to_string());
    assert_eq!(body["refresh_expires_at"], json!(session.expires_at));
    assert!(near(session.expires_at, Clock::real() + Duration::days(7)));
    assert_eq!(session.ip.as_deref(), Some("198.51.100.7"));
    assert!(session.user_agent.as_ref().unwrap().ends_with("Firefox/128.0"));
    assert!(session.parent_id.is_none() && session.rotated_at.is_none());

    let user = the_user(&app, user.id).await;
    assert_eq!((user.failed_logins, user.login_lock_ends_at), (0, None));
    assert!(near(user.last_login_at.unwrap(), Clock::real()));
    let presence = user_presence::Entity::find().one(app.db()).await.unwrap().unwrap();
    assert!(presence.is_online && near(presence.last_active_at, Clock::real()));

    let log = log(&app).await;
    let [entry] = log.as_slice() else { panic!("one entry") };
    assert_eq!((entry.actor_id, entry.actor_role.as_deref()), (Some(user.id), Some("admin")));
    assert_eq!((entry.action.as_str(), entry.action_type.as_str()), ("Signed in", "security"));
    assert_eq!((entry.target_type.as_deref(), entry.target_id), (Some("user"), Some(user.id.0)));
    assert_eq!((entry.website_id, entry.ip.as_deref()), (Some(site), Some("198.51.100.7")));
    assert_eq!(entry.request_id.as_deref(), Some("request-7"));
    assert!(entry.user_agent.is_some() && entry.before.is_none() && entry.after.is_none());
}

#[tokio::test]
async fn tokens_follow_real_time_whatever_business_calls_now() {
    let app = TestApp::start().await;
    assert!((Clock::real() - now()).abs() > Duration::hours(2), "the frozen clock is not the real one");
    let user = person(&app, Role::Superadmin, None).await;
    let reply = login(&app, &user.email, PASSWORD).await;
    caller(&app, &reply).get("/auth/auth/user/").await.assert_status(200);
    assert!(near(sessions_of(&app, user.id).await[0].last_used_at, Clock::real()));
}

#[tokio::test]
async fn clients_and_writers_sign_in_by_either_name_and_address() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let client = person(&app, Role::Client, Some(site)).await;
    let row = client_profile::ActiveModel {
        website_id: Set(site),
        user_id: Set(client.id),
        registration_id: Set("CLNT000001".to_owned()),
        ..Default::default()
    };
    let profile = app.insert(row).await;
    let body = json!({ "username": format!("  {} ", client.email.to_uppercase()), "password": PASSWORD, "remember_me": true });
    let reply = app.nobody().post("/admin-management/auth/login/", body).await;
    reply.assert_status(200);
    assert_eq!(reply.statements(), 4);
    let shown = &reply.json()["user"];
    let expected = json!({ "id": profile.id, "website_id": site, "registration_id": "CLNT000001" });
    assert_eq!((&shown["client_profile"], &shown["writer_profile"]), (&expected, &json!(null)));
    assert_eq!(shown["full_name"], json!(client.username));
    let session = &sessions_of(&app, client.id).await[0];
    assert!(near(session.expires_at, Clock::real() + Duration::days(30)));
    assert!(log(&app).await.is_empty());

    let writer = person(&app, Role::Writer, Some(site)).await;
    let row = writer_profile::ActiveModel {
        website_id: Set(site),
        user_id: Set(writer.id),
        registration_id: Set("WRTR000001".to_owned()),
        pen_name: Set(Some("Quill".to_owned())),
        ..Default::default()
    };
    let profile = app.insert(row).await;
    let both = json!({ "email": writer.email, "username": "somebody else", "password": PASSWORD });
    let reply = app.nobody().post(LOGIN, both).await;
    reply.assert_status(200);
    let expected =
        json!({ "id": profile.id, "website_id": site, "pen_name": "Quill", "writer_level_id": null });
    assert_eq!(reply.json()["user"]["writer_profile"], expected);
    assert_eq!(reply.json()["user"]["role_display"], "Writer");
}

#[tokio::test]
async fn a_hash_of_the_old_backend_is_written_anew() {
    let app = TestApp::start().await;
    let user =
        app.user(Role::Superadmin, None).set(|u| u.password_hash = Set(OLD_HASH.to_owned())).insert().await;
    let reply = login(&app, &user.email, OLD_PASSWORD).await;
    reply.assert_status(200);
    assert_eq!(reply.statements(), 5);
    let hash = the_user(&app, user.id).await.password_hash;
    assert!(hash.starts_with("$argon2id$"), "{hash}");
    login(&app, &user.email, OLD_PASSWORD).await.assert_status(200);
    assert_eq!(the_user(&app, user.id).await.password_hash, hash, "a good hash stays");
    login(&app, &user.email, "passwd2").await.assert_problem(400, "credentials");
}

#[tokio::test]
async fn a_suspension_that_is_over_is_lifted() {
    let app = TestApp::start().await;
    let over = changed_person(&app, Role::Superadmin, None, |u| {
        (u.is_suspended, u.suspended_at) = (Set(true), Set(Some(ago(40, 0))));
        u.suspension_reason = Set(Some("spam".to_owned()));
        u.suspension_ends_at = Set(Some(Clock::real() - Duration::seconds(1)));
    })
    .await;
    let reply = login(&app, &over.email, PASSWORD).await;
    let profile = caller(&app, &reply).get("/auth/auth/user/").await;
    profile.assert_status(200);
    assert_eq!(profile.json()["is_suspended"], false);
    let user = the_user(&app, over.id).await;
    assert!(!user.is_suspended && user.suspended_at.is_none());
    assert!(user.suspension_reason.is_none() && user.suspension_ends_at.is_none());
}

#[tokio::test]
async fn a_form_that_is_not_filled_in_is_named() {
    let app = TestApp::start().await;
    let cases = [
        (json!({}), "/email"),
        (json!({ "email": " ", "password": "x" }), "/email"),
        (json!({ "email": "a@b", "password": "" }), "/password"),
        (json!({ "email": "a@b" }), "/password"),
        (json!({ "email": "a".repeat(255), "password": "x" }), "/email"),
        (json!({ "email": "a@b", "password": "x".repeat(129) }), "/password"),
        (json!({ "email": 7, "password": "x" }), "/email"),
        (json!({ "email": "a\u{0}b", "password": "x" }), "/email"),
        (json!({ "email": "a@b", "password": "x", "remember_me": "maybe" }), "/remember_me"),
    ];
    for (body, pointer) in cases {
        let reply = app.nobody().post(LOGIN, body.clone()).await;
        reply.assert_problem(422, "invalid");
        assert_eq!(reply.json()["errors"][0]["pointer"], pointer, "{body}");
        assert_eq!(reply.statements(), 0);
    }
    let nobody = app.nobody();
    let text = nobody.send_raw(Method::POST, "/api/v1/auth/auth/login/", None, "x".into()).await;
    text.assert_problem(415, "media-type");
}
