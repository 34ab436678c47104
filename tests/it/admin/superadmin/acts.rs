//! `POST superadmin-management/users/{create_user|suspend_user|reactivate_user|change_user_role}`

use sea_orm::{EntityTrait, Set};
use serde_json::{Value, json};
use tally_auth::password::{Verdict, verify};
use tally_entity::{Role, user};
use tally_testkit::{Reply, TestApp};

use crate::admin::users::{Kept, USERS, log, logged, the_user};

const CREATE: &str = "/superadmin-management/users/create_user/";
const SUSPEND: &str = "/superadmin-management/users/suspend_user/";
const REACTIVATE: &str = "/superadmin-management/users/reactivate_user/";
const CHANGE_ROLE: &str = "/superadmin-management/users/change_user_role/";

fn pointer(reply: &Reply) -> &Value {
    reply.assert_problem(422, "invalid");
    &reply.json()["errors"][0]["pointer"]
}

#[tokio::test]
async fn a_user_is_created_with_a_password_that_is_shown_once() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let root = app.superadmin().await;
    let ann =
        json!({ "username": "ann", "email": "Ann@people.example", "role": "client", "phone_number": "+1" });
    let reply = root.post(CREATE, ann.clone()).await;
    reply.assert_status(201);
    assert_eq!(reply.header("cache-control"), "no-store");
    let mut shown = reply.json().clone();
    let password = shown.as_object_mut().unwrap().shift_remove("temp_password").unwrap();
    let id = shown["id"].as_i64().unwrap();
    assert_eq!(shown, *root.get(&format!("{USERS}{id}/")).await.json());
    assert_eq!((&shown["website_id"], &shown["phone_number"]), (&json!(site), &json!("+1")));
    let row = user::Entity::find_by_id(tally_entity::UserId(id)).one(app.db()).await.unwrap().unwrap();
    let verdict = verify(password.as_str().unwrap().to_owned(), row.password_hash).await.unwrap();
    assert_eq!(verdict, Verdict::Right);
    let entry = logged(&app).await;
    assert_eq!(entry.action, "Created user ann");
    assert!(!format!("{entry:?}").contains(password.as_str().unwrap()));
    root.post(CREATE, ann).await.assert_problem(409, "conflict");

    let other = app.website("beta").await;
    let bob = json!({ "username": "bob", "email": "bob@people.example", "role": "writer" });
    let unclear = root.post(CREATE, bob).await;
    assert_eq!(pointer(&unclear), "/website", "there is more than one");
    let cy = json!({ "username": "cy_", "email": "cy@people.example", "role": "editor" });
    let platform = root.post(CREATE, cy).await;
    assert_eq!(platform.json()["website_id"], json!(null));
    let dan = json!({ "username": "dan", "email": "d@people.example", "role": "writer", "website": other });
    assert_eq!(root.post(CREATE, dan).await.json()["website_id"], json!(other));
    let king = json!({ "username": "king", "email": "k@people.example", "role": "superadmin" });
    root.post(CREATE, king).await.assert_problem(403, "forbidden");
}

#[tokio::test]
async fn a_user_is_suspended_and_let_in_again() {
    let app = TestApp::start().await;
    let (site, other) = (app.website("alpha").await, app.website("beta").await);
    let row = app.user(Role::Writer, Some(site)).set(|u| {
        (u.username, u.is_active) = (Set("maria".to_owned()), Set(false));
    });
    let maria = row.insert().await.id;
    let kept = Kept::new(&app, site, other).await;
    let root = app.superadmin().await;
    let suspend = json!({ "user_id": maria, "reason": "rude" });
    let reply = root.post(SUSPEND, suspend.clone()).await;
    reply.assert_status(200);
    assert_eq!(reply.json()["user"]["suspension_reason"], "rude");
    assert_eq!(kept.fresh().await["suspended_users"], 1);
    root.post(SUSPEND, suspend).await.assert_problem(409, "conflict");

    let back = root.post(REACTIVATE, json!({ "user_id": maria })).await;
    back.assert_status(200);
    assert_eq!(back.json()["message"], "maria may sign in again.");
    let row = the_user(&app, maria).await;
    assert_eq!((row.is_active, row.is_suspended, row.suspension_reason), (true, false, None));
    assert_eq!(log(&app).await[1].action, "Activated user maria");
    let figures = kept.fresh().await;
    assert_eq!((&figures["suspended_users"], &figures["active_users"]), (&json!(0), &json!(2)));
    root.post(REACTIVATE, json!({ "user_id": maria })).await.assert_problem(409, "conflict");
}

#[tokio::test]
async fn a_role_is_changed_and_nobody_else_may_do_so() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let writer = app.user_id(Role::Writer, Some(site)).await;
    let root = app.superadmin().await;
    let change = json!({ "user_id": writer, "new_role": "editor" });
    root.post(CHANGE_ROLE, change.clone()).await.assert_status(200);
    assert_eq!(the_user(&app, writer).await.role, Role::Editor);
    root.post(CHANGE_ROLE, change).await.assert_problem(409, "conflict");
    let above = json!({ "user_id": writer, "new_role": "superadmin" });
    assert_eq!(pointer(&root.post(CHANGE_ROLE, above).await), "/new_role");
    for path in [SUSPEND, REACTIVATE, CHANGE_ROLE] {
        let body = json!({ "user_id": 987_654_321, "new_role": "client" });
        root.post(path, body.clone()).await.assert_problem(404, "not-found");
        app.role(Role::Admin, None).await.post(path, body).await.assert_problem(403, "forbidden");
    }
}
