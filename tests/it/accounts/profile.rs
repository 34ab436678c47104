//! `auth/auth/user`, `users/users/*`

use axum::http::Method;
use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel, Set};
use serde_json::{Value, json};
use tally_entity::{Role, user_presence};
use tally_kernel::Clock;
use tally_testkit::{Caller, Reply, TestApp, ago};

use super::{log, near, the_user};

const PROFILE: &str = "/auth/auth/user/";

fn pointers(reply: &Reply) -> Vec<&Value> {
    reply.json()["errors"].as_array().unwrap().iter().map(|error| &error["pointer"]).collect()
}

/// PATCH of a form of text fields, and maybe a file.
async fn form(caller: &Caller<'_>, fields: &[(&str, &str)], file: Option<&str>) -> Reply {
    let mut parts: Vec<_> = fields
        .iter()
        .map(|(name, value)| {
            format!("--edge\r\ncontent-disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
        })
        .collect();
    parts.extend(file.map(|file| {
        format!(
            "--edge\r\ncontent-disposition: form-data; name=\"profile_picture\"; filename=\"{file}\"\r\n\
             content-type: image/png\r\n\r\nnot a picture\r\n"
        )
    }));
    let body = format!("{}--edge--\r\n", parts.concat());
    let kind = Some("multipart/form-data; boundary=edge");
    caller.send_raw(Method::PATCH, "/api/v1/users/users/update_profile/", kind, body.into()).await
}

#[tokio::test]
async fn the_own_profile_is_flat_for_every_role() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let user = app
        .user(Role::Support, Some(site))
        .set(|u| {
            (u.first_name, u.bio) = (Set("Ada".to_owned()), Set(Some("Counts.".to_owned())));
            (u.rating_sum, u.rating_count) = (Set("14.0".parse().unwrap()), Set(3));
            (u.email_verified_at, u.is_on_probation) = (Set(Some(ago(90, 0))), Set(true));
            (u.created_at, u.last_login_at) = (Set(ago(100, 0)), Set(Some(ago(1, 0))));
            u.avatar_key = Set(Some("avatars/1.png".to_owned()));
        })
        .insert()
        .await;
    let caller = app.sign_in(&user).await;
    let reply = caller.get(PROFILE).await;
    reply.assert_status(200);
    assert_eq!(reply.statements(), 1);
    insta::assert_json_snapshot!(reply.json(), @r#"
    {
      "id": 1,
      "email": "support1@people.example",
      "username": "support1",
      "full_name": "Ada",
      "first_name": "Ada",
      "last_name": "",
      "role": "support",
      "role_display": "Support",
      "is_active": true,
      "date_joined": "2026-01-05T12:00:00Z",
      "last_login": "2026-04-14T12:00:00Z",
      "website_id": 1,
      "website": {
        "id": 1,
        "name": "alpha",
        "domain": "alpha.example"
      },
      "timezone": "UTC",
      "client_timezone": "UTC",
      "writer_timezone": "UTC",
      "avatar_url": null,
      "is_available": true,
      "writer_profile": null,
      "client_profile": null,
      "phone_number": null,
      "bio": "Counts.",
      "country": null,
      "state": null,
      "location": null,
      "avatar": null,
      "profile_picture": null,
      "email_verified": true,
      "is_suspended": false,
      "is_on_probation": true,
      "rating": 4.67,
      "created_at": "2026-01-05T12:00:00Z"
    }
    "#);
    for alias in ["/users/users/profile/", "/auth/auth/me/"] {
        assert_eq!(caller.get(alias).await.json(), reply.json());
    }
    for role in Role::ALL {
        let caller = app.role(*role, (*role != Role::Superadmin).then_some(site)).await;
        let body = caller.get(PROFILE).await.json().clone();
        assert_eq!((&body["role"], &body["rating"]), (&json!(role), &json!(null)));
    }
}

#[tokio::test]
async fn a_person_changes_what_is_his_to_change() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let user = app
        .user(Role::Admin, Some(site))
        .set(|u| (u.last_name, u.bio) = (Set("King".to_owned()), Set(Some("Counts.".to_owned()))))
        .insert()
        .await;
    let caller = app.sign_in(&user).await;
    let change = json!({
        "username": "ada.k+1@x_y-z", "first_name": " Ada ", "last_name": "King", "bio": null, "country": "",
        "phone_number": "1".repeat(30), "timezone": "Asia/Kolkata", "state": "ü".repeat(100),
        "email": "other@people.example", "role": "superadmin", "website": 7, "is_active": false, "id": 1,
    });
    let reply = caller.patch(PROFILE, change).await;
    reply.assert_status(200);
    let body = reply.json();
    assert_eq!(body["message"], "Profile updated.");
    let flat: serde_json::Map<_, _> = body.as_object().unwrap().clone().into_iter().skip(2).collect();
    assert_eq!(body["user"], Value::Object(flat));
    assert_eq!(*caller.get(PROFILE).await.json(), body["user"]);

    let row = the_user(&app, user.id).await;
    assert_eq!((row.username.as_str(), row.first_name.as_str()), ("ada.k+1@x_y-z", "Ada"));
    assert_eq!((row.bio, row.country, row.timezone.as_str()), (None, None, "Asia/Kolkata"));
    assert_eq!((row.email, row.role, row.is_active), (user.email, Role::Admin, true));
    let log = log(&app).await;
    let [entry] = log.as_slice() else { panic!("one entry") };
    assert_eq!((entry.action_type.as_str(), entry.target_id), ("updated", Some(user.id.0)));
    let before = json!({ "username": user.username, "first_name": "", "phone_number": null, "bio": "Counts.",
        "state": null, "timezone": "UTC" });
    assert_eq!(entry.before, Some(before));
    assert_eq!(entry.after.as_ref().unwrap()["first_name"], "Ada");

    let same = caller.patch("/users/users/update_profile/", json!({ "first_name": "Ada" })).await;
    same.assert_status(200);
    caller.patch(PROFILE, json!({})).await.assert_status(200);
    let untouched = the_user(&app, user.id).await;
    assert_eq!(untouched.updated_at, row.updated_at, "what is so already is not written");
}

#[tokio::test]
async fn every_field_that_does_not_fit_is_named() {
    let app = TestApp::start().await;
    let (caller, other) = (app.superadmin().await, app.user(Role::Superadmin, None).insert().await);
    let wrong = json!({
        "username": "a b", "first_name": "x".repeat(151), "last_name": null, "phone_number": "1".repeat(31),
        "bio": 7, "country": "x".repeat(101), "state": ["x"], "location": "x".repeat(256), "timezone": "Mars/Base",
    });
    let reply = caller.patch(PROFILE, wrong.clone()).await;
    reply.assert_problem(422, "invalid");
    let expected: Vec<_> = wrong.as_object().unwrap().keys().map(|name| json!(format!("/{name}"))).collect();
    assert_eq!(pointers(&reply), expected.iter().collect::<Vec<_>>());
    assert_eq!(reply.json()["detail"], "username: may hold letters, digits and _ . + @ - only");
    for name in ["ab", "", "ünder"] {
        let reply = caller.patch(PROFILE, json!({ "username": name })).await;
        assert_eq!(pointers(&reply), ["/username"], "{name}");
    }
    let taken = caller.patch(PROFILE, json!({ "username": other.username, "bio": "x" })).await;
    taken.assert_problem(409, "conflict");
    assert_eq!(caller.get(PROFILE).await.json()["bio"], json!(null));
    caller.patch(PROFILE, json!([])).await.assert_problem(422, "invalid");
    let text =
        caller.send_raw(Method::PATCH, "/api/v1/auth/auth/user/", Some("text/plain"), "x".into()).await;
    text.assert_problem(415, "media-type");
    assert!(log(&app).await.is_empty());
}

#[tokio::test]
async fn a_form_does_what_json_does_but_keep_pictures() {
    let app = TestApp::start().await;
    let user = app
        .user(Role::Superadmin, None)
        .set(|u| u.avatar_key = Set(Some("avatars/1.png".to_owned())))
        .insert()
        .await;
    let caller = app.sign_in(&user).await;
    let reply = form(&caller, &[("first_name", "Ada"), ("bio", "")], Some("")).await;
    reply.assert_status(200);
    assert_eq!(the_user(&app, user.id).await.first_name, "Ada");
    assert_eq!(
        pointers(&form(&caller, &[("timezone", "x"), ("bio", "a\0")], None).await),
        ["/bio", "/timezone"]
    );
    let refused = form(&caller, &[("first_name", "Eve")], Some("me.png")).await;
    refused.assert_problem(503, "unavailable");
    assert_eq!(the_user(&app, user.id).await.first_name, "Ada");
    form(&caller, &[("remove_picture", "true")], None).await.assert_status(200);
    assert_eq!(the_user(&app, user.id).await.avatar_key, None);
    let torn = caller.send_raw(
        Method::PATCH,
        "/api/v1/auth/auth/user/",
        Some("multipart/form-data; boundary=edge"),
        "--edge\r\ncontent-disp".into(),
    );
    torn.await.assert_problem(400, "malformed");
}

#[tokio::test]
async fn the_time_zone_is_one_that_exists() {
    let app = TestApp::start().await;
    let user = app.user(Role::Superadmin, None).insert().await;
    let caller = app.sign_in(&user).await;
    let path = "/users/users/update-timezone/";
    let reply = caller.post(path, json!({ "timezone": "America/New_York" })).await;
    assert_eq!(*reply.json(), json!({ "timezone": "America/New_York", "detail": "Time zone updated." }));
    let row = the_user(&app, user.id).await;
    caller.post(path, json!({ "timezone": "America/New_York" })).await.assert_status(200);
    assert_eq!(the_user(&app, user.id).await, row, "the same zone is not written");
    for body in
        [json!({}), json!({ "timezone": "" }), json!({ "timezone": "UTC+1" }), json!({ "timezone": 1 })]
    {
        let reply = caller.post(path, body.clone()).await;
        reply.assert_problem(422, "invalid");
        assert_eq!(pointers(&reply), ["/timezone"], "{body}");
    }
}

#[tokio::test]
async fn being_online_is_noted() {
    let app = TestApp::start().await;
    let caller = app.superadmin().await;
    for _ in 0..2 {
        let reply = caller.send(Method::POST, "/users/users/update_online_status/", None).await;
        reply.assert_status(200);
        let row = user_presence::Entity::find().one(app.db()).await.unwrap().unwrap();
        assert_eq!(*reply.json(), json!({ "is_online": true, "last_active_at": row.last_active_at }));
        assert!(row.is_online && near(row.last_active_at, Clock::real()));
        let mut gone = row.into_active_model();
        (gone.is_online, gone.last_active_at) = (Set(false), Set(ago(1, 0)));
        gone.update(app.db()).await.unwrap();
    }
}

#[tokio::test]
async fn what_this_version_does_not_have_says_so() {
    let app = TestApp::start().await;
    let paths = [
        "2fa/setup/",
        "magic-link/request/",
        "auth/register/",
        "register/",
        "auth/password-reset/",
        "auth/password-reset/confirm/",
        "impersonate/start/",
        "auth/account-unlock/request/",
    ];
    for path in paths {
        for method in [Method::GET, Method::POST] {
            let reply = app.nobody().send(method, &format!("/auth/{path}"), Some(json!({}))).await;
            reply.assert_problem(404, "not-found");
            assert_eq!(reply.json()["detail"], "Not available in this version.");
        }
    }
}
