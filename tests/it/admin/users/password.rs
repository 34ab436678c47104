//! `POST admin-management/user-management/{id}/reset_password`

use sea_orm::Set;
use serde_json::{Value, json};
use tally_auth::password::{Verdict, verify};
use tally_entity::Role;
use tally_testkit::TestApp;

use super::{USERS, admin_with, ends, log, logged, maria, the_user};

#[tokio::test]
async fn a_new_password_is_shown_once_and_kept_nowhere() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let user = maria(&app, Role::Client, Some(site)).await;
    let target = app.sign_in(&user).await;
    let admin = app.admin(site).await.header("idempotency-key", "k1");
    let path = format!("{USERS}{}/reset_password/", user.id);

    let reply = admin.post(&path, Value::Null).await;
    reply.assert_status(200);
    assert_eq!(reply.header("cache-control"), "no-store");
    assert_eq!(reply.json()["message"], "maria has a new password.");
    assert_eq!(reply.json()["user"]["username"], "maria");
    let password = reply.json()["temp_password"].as_str().unwrap().to_owned();
    assert_eq!(password.len(), 12);
    let stored = the_user(&app, user.id).await.password_hash;
    assert_eq!(verify(password.clone(), stored).await.unwrap(), Verdict::Right);
    assert_eq!(ends(&app, user.id).await, [Some("password_change".to_owned())]);
    target.get("/auth/auth/user/").await.assert_problem(401, "unauthenticated");
    let login = json!({ "email": user.email, "password": password });
    app.nobody().post("/auth/auth/login/", login).await.assert_status(200);
    let entry = logged(&app).await;
    assert_eq!(
        (entry.action.as_str(), entry.action_type.as_str()),
        ("Gave user maria a new password", "security")
    );
    assert_eq!((entry.before, entry.after), (None, None));

    let again = admin.post(&path, Value::Null).await;
    assert_eq!(again.header("idempotent-replayed"), "");
    assert_ne!(again.json()["temp_password"], json!(password));
}

#[tokio::test]
async fn a_password_is_reset_from_above_with_the_flag() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let (user, peer) =
        (app.user_id(Role::Client, Some(site)).await, app.user_id(Role::Admin, Some(site)).await);
    let weak = admin_with(&app, site, |s| s.can_manage_users = Set(false)).await;
    let reset = |id| format!("{USERS}{id}/reset_password/");
    let refused = weak.post(&reset(user), Value::Null).await;
    refused.assert_problem(403, "forbidden");
    assert!(refused.json()["detail"].as_str().unwrap().contains("can_manage_users"));
    app.admin(site).await.post(&reset(peer), Value::Null).await.assert_problem(403, "forbidden");
    assert_eq!((the_user(&app, user).await.password_hash, log(&app).await.len()), ("!".to_owned(), 0));
}
