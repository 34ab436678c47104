//! `PATCH` and `PUT admin-management/user-management/{id}`

use axum::http::Method;
use sea_orm::{EntityTrait, Set};
use serde_json::{Value, json};
use tally_entity::{Role, blacklisted_email, wallet, writer_level, writer_profile};
use tally_testkit::TestApp;

use super::{Kept, USERS, admin_with, ends, log, logged, maria, pointer, the_user, told};

#[tokio::test]
async fn what_is_given_is_changed_and_told_in_one_entry() {
    let app = TestApp::start().await;
    let (site, other) = (app.website("alpha").await, app.website("beta").await);
    let user = maria(&app, Role::Client, Some(site)).await;
    app.session(&user).await;
    let kept = Kept::new(&app, site, other).await;
    let admin = app.admin(site).await;
    let path = format!("{USERS}{}/", user.id);
    let change = json!({
        "username": "maria.s", "email": "M@People.example", "first_name": " Maria ", "last_name": null,
        "phone_number": "+1", "is_active": true, "role": "client", "website": site, "password_hash": "x",
        "is_suspended": true, "joined_at": "2020-01-01T00:00:00Z",
    });
    let reply = admin.patch(&path, change.clone()).await;
    reply.assert_status(200);
    assert_eq!(*reply.json(), *admin.get(&path).await.json());
    let row = the_user(&app, user.id).await;
    assert_eq!((row.username.as_str(), row.email.as_str()), ("maria.s", "m@people.example"));
    assert_eq!((row.first_name.as_str(), row.phone_number.as_deref()), ("Maria", Some("+1")));
    assert_eq!(
        (row.is_suspended, row.joined_at, &row.password_hash),
        (false, user.joined_at, &user.password_hash)
    );
    let entry = logged(&app).await;
    assert_eq!((entry.action.as_str(), entry.action_type.as_str()), ("Updated user maria", "updated"));
    let before = json!({ "email": "maria@people.example", "username": "maria", "first_name": "",
        "phone_number": null });
    let after = json!({ "email": "m@people.example", "username": "maria.s", "first_name": "Maria",
        "phone_number": "+1" });
    assert_eq!((entry.before, entry.after), (Some(before), Some(after)));
    assert_eq!(ends(&app, user.id).await, [None]);
    assert_eq!(kept.fresh().await["total_users"], 3);

    let same = admin.send(Method::PUT, &path, Some(change)).await;
    same.assert_status(200);
    assert_eq!(the_user(&app, user.id).await, row, "what is so already is not written");
    assert_eq!(log(&app).await.len(), 1);
    admin.send(Method::PUT, &path, Some(json!({ "phone_number": null }))).await.assert_status(200);
    assert_eq!(the_user(&app, user.id).await.phone_number, None);
}

#[tokio::test]
async fn whoever_is_switched_off_is_out() {
    let app = TestApp::start().await;
    let (site, other) = (app.website("alpha").await, app.website("beta").await);
    let user = maria(&app, Role::Client, Some(site)).await;
    let target = app.sign_in(&user).await;
    let kept = Kept::new(&app, site, other).await;
    let admin = app.admin(site).await;
    let path = format!("{USERS}{}/", user.id);
    admin.patch(&path, json!({ "is_active": false })).await.assert_status(200);
    assert_eq!(ends(&app, user.id).await, [Some("admin".to_owned())]);
    target.get("/auth/auth/user/").await.assert_problem(401, "unauthenticated");
    assert_eq!(kept.fresh().await["active_users"], 2);
    admin.patch(&path, json!({ "is_active": true })).await.assert_status(200);
    assert_eq!(kept.fresh().await["active_users"], 3);
    assert_eq!(told(&app, user.id).await, Vec::<String>::new());
}

#[tokio::test]
async fn nobody_raises_himself_or_reaches_above_or_elsewhere() {
    let app = TestApp::start().await;
    let (site, other) = (app.website("alpha").await, app.website("beta").await);
    let user = app.user_id(Role::Writer, Some(site)).await;
    let far = app.user_id(Role::Writer, Some(other)).await;
    let root = app.user(Role::Superadmin, Some(site)).insert().await;
    let own = app.user(Role::Admin, Some(site)).insert().await;
    let (admin, caller) = (app.sign_in(&own).await, app.sign_in(&root).await);
    let path = |id| format!("{USERS}{id}/");
    for (id, body) in [
        (root.id, json!({ "first_name": "x" })),
        (own.id, json!({ "role": "editor" })),
        (own.id, json!({ "is_active": false })),
        (user, json!({ "role": "admin" })),
        (user, json!({ "role": "client" })),
    ] {
        admin.patch(&path(id), body.clone()).await.assert_problem(403, "forbidden");
    }
    for body in [json!({ "role": "admin" }), json!({ "is_active": false })] {
        caller.patch(&path(root.id), body).await.assert_problem(403, "forbidden");
    }
    for (id, body) in [
        (far, json!({ "first_name": "x" })),
        (user, json!({ "website": other })),
        (own.id, json!({ "website": null })),
        (user, json!({ "website": 987_654_321 })),
    ] {
        admin.patch(&path(id), body.clone()).await.assert_problem(404, "not-found");
    }
    caller.patch(&path(user), json!({ "website": null })).await.assert_problem(409, "conflict");
    let weak = admin_with(&app, site, |s| s.can_manage_users = Set(false)).await;
    weak.patch(&path(user), json!({ "first_name": "x" })).await.assert_problem(403, "forbidden");
    assert!(log(&app).await.is_empty());
    admin.patch(&path(own.id), json!({ "first_name": "Ann" })).await.assert_status(200);
    caller.patch(&path(root.id), json!({ "first_name": "Ann" })).await.assert_status(200);
}

#[tokio::test]
async fn names_are_checked_as_for_a_new_user() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let user = app.user(Role::Writer, Some(site)).insert().await;
    maria(&app, Role::Client, Some(site)).await;
    let admin = app.admin(site).await;
    let path = format!("{USERS}{}/", user.id);
    for (name, value) in [
        ("username", json!("a b c")),
        ("email", json!("no address")),
        ("first_name", json!(7)),
        ("phone_number", json!("1".repeat(31))),
        ("is_active", json!("yes")),
        ("website", json!("alpha")),
        ("role", json!("superadmin")),
    ] {
        let reply = admin.patch(&path, json!({ name: value })).await;
        assert_eq!(pointer(&reply), &json!(format!("/{name}")), "{value}");
    }
    admin.patch(&path, json!({ "username": "maria" })).await.assert_problem(409, "conflict");
    admin.patch(&path, json!({ "email": "maria@people.example" })).await.assert_problem(409, "conflict");
    let listed =
        blacklisted_email::ActiveModel { email: Set("bad@people.example".to_owned()), ..Default::default() };
    app.insert(listed).await;
    assert_eq!(pointer(&admin.patch(&path, json!({ "email": "Bad@people.example" })).await), "/email");
    assert_eq!(the_user(&app, user.id).await, user);
}

#[tokio::test]
async fn a_writer_moves_with_his_profile_and_without_his_level() {
    let app = TestApp::start().await;
    let (site, other) = (app.website("alpha").await, app.website("beta").await);
    let user = maria(&app, Role::Writer, Some(site)).await;
    let level = writer_level::ActiveModel {
        website_id: Set(site),
        name: Set("Gold".to_owned()),
        ..Default::default()
    };
    let level = app.insert(level).await.id;
    let profile = writer_profile::ActiveModel {
        website_id: Set(site),
        user_id: Set(user.id),
        registration_id: Set("W1".to_owned()),
        writer_level_id: Set(Some(level)),
        ..Default::default()
    };
    app.insert(profile).await;
    let root = app.superadmin().await;
    let reply =
        root.patch(&format!("{USERS}{}/", user.id), json!({ "website": other, "role": "writer" })).await;
    reply.assert_status(200);
    assert_eq!(
        (&reply.json()["website_id"], &reply.json()["writer_profile"]["level"]),
        (&json!(other), &json!(null))
    );
    let profile = writer_profile::Entity::find().one(app.db()).await.unwrap().unwrap();
    assert_eq!((profile.website_id, profile.registration_id.as_str()), (other, "W1"));
    let purse = wallet::Entity::find().one(app.db()).await.unwrap().unwrap();
    assert_eq!((purse.user_id, purse.website_id), (Some(user.id), other));
}

#[tokio::test]
async fn a_superadmin_changes_a_role_beside_the_rest() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let user = maria(&app, Role::Writer, Some(site)).await;
    app.session(&user).await;
    let root = app.superadmin().await;
    let reply =
        root.patch(&format!("{USERS}{}/", user.id), json!({ "role": "editor", "website": null })).await;
    reply.assert_status(200);
    let body = reply.json();
    assert_eq!((&body["role"], &body["website_id"]), (&json!("editor"), &Value::Null));
    assert!(body["editor_profile"]["id"].is_i64());
    assert_eq!(ends(&app, user.id).await, [Some("role_change".to_owned())]);
    assert_eq!(told(&app, user.id).await, ["account.role_changed"]);
    let entry = logged(&app).await;
    assert_eq!(entry.before, Some(json!({ "website_id": site, "role": "writer" })));
    assert_eq!(entry.after, Some(json!({ "website_id": null, "role": "editor" })));
}
