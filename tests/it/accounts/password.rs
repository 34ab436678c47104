//! `POST auth/auth/change-password`

use sea_orm::EntityTrait;
use serde_json::{Value, json};
use tally_config::LimitsConfig;
use tally_entity::{NotificationCategory, RevokeReason, Role, notification};
use tally_testkit::{TestApp, TestOptions};

use super::{PASSWORD, caller, log, login, person, sessions_of, the_user};

const PATH: &str = "/auth/auth/change-password/";
const PROFILE: &str = "/auth/auth/user/";
const NEW: &str = "a bench by the lake";

fn form(current: &str, new: &str) -> Value {
    json!({ "current_password": current, "new_password": new, "confirm_password": new })
}

#[tokio::test]
async fn a_new_password_ends_the_other_sessions_only() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let user = person(&app, Role::Client, Some(site)).await;
    let (own, other) = (app.sign_in(&user).await, app.sign_in(&user).await);
    other.get(PROFILE).await.assert_status(200);
    let reply = own.post(PATH, form(PASSWORD, NEW)).await;
    reply.assert_status(200);
    let body = reply.json();
    assert_eq!((&body["message"], &body["expires_in"]), (&json!("Password changed."), &json!(3600)));
    assert_eq!(body["access"], body["access_token"]);

    for old in [&own, &other] {
        assert_eq!(old.get(PROFILE).await.json()["code"], "token_not_valid");
    }
    caller(&app, &reply).get(PROFILE).await.assert_status(200);
    let rows = sessions_of(&app, user.id).await;
    assert!(rows[0].revoked_at.is_none());
    assert_eq!(rows[1].revoke_reason, Some(RevokeReason::PasswordChange));
    assert_eq!(the_user(&app, user.id).await.token_version, 1);

    let notice = notification::Entity::find().one(app.db()).await.unwrap().unwrap();
    assert_eq!((notice.user_id, notice.website_id, notice.actor_id), (user.id, Some(site), None));
    assert_eq!(notice.event, "account.password_changed");
    assert_eq!(notice.category, NotificationCategory::Info);
    let entry = &log(&app).await[0];
    assert_eq!((entry.action_type.as_str(), entry.actor_id), ("security", Some(user.id)));
    assert!(entry.before.is_none() && entry.after.is_none(), "hashes are not logged");

    login(&app, &user.email, NEW).await.assert_status(200);
    login(&app, &user.email, PASSWORD).await.assert_problem(400, "credentials");
}

#[tokio::test]
async fn a_password_that_is_not_good_enough_is_refused() {
    let app = TestApp::start().await;
    let user = person(&app, Role::Superadmin, None).await;
    let caller = app.sign_in(&user).await;
    let cases = [
        (json!({}), "/current_password"),
        (json!({ "current_password": PASSWORD, "new_password": NEW }), "/confirm_password"),
        (
            json!({ "current_password": PASSWORD, "new_password": NEW, "confirm_password": "x" }),
            "/confirm_password",
        ),
        (form(PASSWORD, "seven77"), "/new_password"),
        (form(PASSWORD, &"x".repeat(129)), "/new_password"),
        (form(PASSWORD, "Password123"), "/new_password"),
        (form(PASSWORD, &user.email.to_uppercase()), "/new_password"),
        (form(PASSWORD, &user.username), "/new_password"),
        (form(PASSWORD, PASSWORD), "/new_password"),
    ];
    for (body, pointer) in cases {
        let reply = caller.post(PATH, body.clone()).await;
        reply.assert_problem(422, "invalid");
        assert_eq!(reply.json()["errors"][0]["pointer"], pointer, "{body}");
    }
    let wrong = caller.post(PATH, form("another password", NEW)).await;
    wrong.assert_problem(400, "credentials");
    assert_eq!(wrong.json()["detail"], "Current password is incorrect.");
    assert_eq!(the_user(&app, user.id).await.password_hash, user.password_hash);
    caller.get(PROFILE).await.assert_status(200);
    assert!(log(&app).await.is_empty());
}

#[tokio::test]
async fn of_two_changes_at_once_one_is_made() {
    let app = TestApp::start().await;
    let user = person(&app, Role::Superadmin, None).await;
    let caller = app.sign_in(&user).await;
    let other = "a boat by the shore";
    let (first, second) =
        tokio::join!(caller.post(PATH, form(PASSWORD, NEW)), caller.post(PATH, form(PASSWORD, other)));
    let (first, second) = (first.status.as_u16(), second.status.as_u16());
    let (kept, lost) = if first == 200 { (NEW, second) } else { (other, first) };
    assert!([400, 401, 409].contains(&lost), "{first}, {second}");
    login(&app, &user.email, kept).await.assert_status(200);
}

#[tokio::test]
async fn five_tries_in_a_quarter_of_an_hour() {
    let app =
        TestApp::with(TestOptions { limits: LimitsConfig::usual(true), ..TestOptions::default() }).await;
    let user = person(&app, Role::Superadmin, None).await;
    let (caller, other) = (app.sign_in(&user).await, app.superadmin().await);
    for _ in 0..5 {
        caller.post(PATH, form("another password", NEW)).await.assert_problem(400, "credentials");
    }
    caller.post(PATH, form(PASSWORD, NEW)).await.assert_problem(429, "throttled");
    other.post(PATH, form("another password", NEW)).await.assert_problem(400, "credentials");
}
