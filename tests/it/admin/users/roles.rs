//! `POST admin-management/user-management/{id}/change_role` and `promote_to_admin`

use sea_orm::{EntityTrait, Set};
use serde_json::{Value, json};
use tally_entity::{Role, client_profile, staff_profile, wallet, website, writer_level, writer_profile};
use tally_testkit::TestApp;

use super::{Kept, USERS, ends, log, logged, maria, pointer, the_user, told};

#[tokio::test]
async fn a_new_role_brings_its_rows_and_ends_the_sessions() {
    let app = TestApp::start().await;
    let (site, other) = (app.website("alpha").await, app.website("beta").await);
    let euro = website::ActiveModel { id: Set(site), currency: Set("EUR".to_owned()), ..Default::default() };
    website::Entity::update(euro).exec(app.db()).await.unwrap();
    let user = maria(&app, Role::Client, Some(site)).await;
    let target = app.sign_in(&user).await;
    let kept = Kept::new(&app, site, other).await;
    let root = app.superadmin().await;
    let path = format!("{USERS}{}/change_role/", user.id);

    let reply = root.post(&path, json!({ "role": "writer" })).await;
    reply.assert_status(200);
    assert_eq!(reply.json()["message"], "maria has the role writer now.");
    let number = format!("WRTR{:06}", user.id.0);
    assert_eq!(reply.json()["user"]["writer_profile"]["registration_id"], number);
    let purse = wallet::Entity::find().one(app.db()).await.unwrap().unwrap();
    assert_eq!((purse.user_id, purse.website_id), (Some(user.id), site));
    assert_eq!((purse.currency.as_str(), purse.balance_cents), ("EUR", 0));
    let entry = logged(&app).await;
    assert_eq!(
        (entry.action.as_str(), entry.action_type.as_str()),
        ("Changed the role of user maria to writer", "account")
    );
    assert_eq!(
        (entry.before, entry.after),
        (Some(json!({ "role": "client" })), Some(json!({ "role": "writer" })))
    );
    assert_eq!(ends(&app, user.id).await, [Some("role_change".to_owned())]);
    target.get("/auth/auth/user/").await.assert_problem(401, "unauthenticated");
    assert_eq!(told(&app, user.id).await, ["account.role_changed"]);
    let figures = kept.fresh().await;
    assert_eq!((&figures["by_role"]["client"], &figures["by_role"]["writer"]), (&json!(0), &json!(1)));
    root.post(&path, json!({ "role": "writer" })).await.assert_problem(409, "conflict");

    for (role, profile) in [
        ("client", "client_profile"),
        ("editor", "editor_profile"),
        ("writer", "writer_profile"),
        ("support", "support_profile"),
    ] {
        let reply = root.post(&path, json!({ "role": role })).await;
        assert!(reply.json()["user"][profile]["id"].is_i64(), "{role}");
    }
    assert_eq!(wallet::Entity::find().all(app.db()).await.unwrap().len(), 1, "a wallet is made once");
    assert_eq!(writer_profile::Entity::find().all(app.db()).await.unwrap().len(), 1);
    assert_eq!(client_profile::Entity::find().all(app.db()).await.unwrap().len(), 1);
    assert_eq!(staff_profile::Entity::find().all(app.db()).await.unwrap().len(), 1);
}

#[tokio::test]
async fn a_role_that_was_had_before_brings_back_what_was_had() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let user = maria(&app, Role::Editor, Some(site)).await;
    let level = writer_level::ActiveModel {
        website_id: Set(site),
        name: Set("Gold".to_owned()),
        ..Default::default()
    };
    let level = app.insert(level).await.id;
    let profile = writer_profile::ActiveModel {
        website_id: Set(site),
        user_id: Set(user.id),
        registration_id: Set("OLD1".to_owned()),
        writer_level_id: Set(Some(level)),
        ..Default::default()
    };
    app.insert(profile).await;
    let root = app.superadmin().await;
    let reply = root.post(&format!("{USERS}{}/change_role/", user.id), json!({ "role": "writer" })).await;
    let profile = &reply.json()["user"]["writer_profile"];
    assert_eq!((&profile["registration_id"], &profile["level"]), (&json!("OLD1"), &json!("Gold")));
}

#[tokio::test]
async fn only_superadmins_make_admins_and_nobody_a_superadmin() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let user = maria(&app, Role::Support, Some(site)).await;
    let root = app.user(Role::Superadmin, None).insert().await;
    let caller = app.sign_in(&root).await;
    let promote = format!("{USERS}{}/promote_to_admin/", user.id);
    let change = format!("{USERS}{}/change_role/", user.id);
    let admin = app.admin(site).await;
    admin.post(&promote, Value::Null).await.assert_problem(403, "forbidden");
    admin.post(&change, json!({ "role": "editor" })).await.assert_problem(403, "forbidden");
    for role in ["superadmin", "king", ""] {
        let reply = caller.post(&change, json!({ "role": role })).await;
        assert_eq!(pointer(&reply), "/role", "{role}");
    }
    assert_eq!(pointer(&caller.post(&change, json!({})).await), "/role");
    let own = caller.post(&format!("{USERS}{}/change_role/", root.id), json!({ "role": "admin" })).await;
    own.assert_problem(403, "forbidden");
    let platform = app.user_id(Role::Editor, None).await;
    let homeless = caller.post(&format!("{USERS}{platform}/change_role/"), json!({ "role": "writer" })).await;
    homeless.assert_problem(409, "conflict");
    caller
        .post(&format!("{USERS}987654321/promote_to_admin/"), Value::Null)
        .await
        .assert_problem(404, "not-found");
    assert!(log(&app).await.is_empty());

    let reply = caller.post(&promote, Value::Null).await;
    reply.assert_status(200);
    assert_eq!(reply.json()["message"], "maria has the role admin now.");
    assert_eq!(reply.json()["user"]["admin_profile"]["can_manage_users"], true);
    assert_eq!(the_user(&app, user.id).await.role, Role::Admin);
    assert_eq!(told(&app, user.id).await, ["account.role_changed"]);
    caller.post(&promote, Value::Null).await.assert_problem(409, "conflict");
}
