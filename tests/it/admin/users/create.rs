//! `POST admin-management/user-management`

use sea_orm::{EntityTrait, Set};
use serde_json::{Value, json};
use tally_auth::password::{Verdict, verify};
use tally_entity::{Role, UserId, blacklisted_email, wallet};
use tally_testkit::TestApp;

use super::{Kept, USERS, admin_with, log, logged, maria, pointer, the_user};

const PASSWORD: &str = "a lamp by the river";

/// Ann, of this role.
fn ann(role: &str, more: &Value) -> Value {
    let mut form =
        json!({ "username": "ann", "email": "Ann@People.example", "password": PASSWORD, "role": role });
    form.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    form
}

#[tokio::test]
async fn a_new_user_has_the_rows_of_his_role() {
    let app = TestApp::start().await;
    let (site, other) = (app.website("alpha").await, app.website("beta").await);
    let kept = Kept::new(&app, site, other).await;
    let admin = app.admin(site).await;
    let more = json!({ "first_name": " Ann ", "last_name": "Lee", "phone_number": "", "is_active": false,
        "is_suspended": true, "id": 7, "website_id": other });
    let reply = admin.post(USERS, ann("writer", &more)).await;
    reply.assert_status(201);
    let body = reply.json();
    let id = UserId(body["id"].as_i64().unwrap());
    assert_eq!(*body, *admin.get(&format!("{USERS}{id}/")).await.json());
    assert_eq!((&body["email"], &body["full_name"]), (&json!("ann@people.example"), &json!("Ann Lee")));
    assert_eq!((&body["phone_number"], &body["is_active"]), (&json!(null), &json!(true)));
    assert_eq!((&body["website_id"], &body["is_suspended"]), (&json!(site), &json!(false)));
    assert_eq!(body["writer_profile"]["registration_id"], format!("WRTR{id:06}"));
    let row = the_user(&app, id).await;
    assert_eq!(verify(PASSWORD.to_owned(), row.password_hash).await.unwrap(), Verdict::Right);
    let purse = wallet::Entity::find().one(app.db()).await.unwrap().unwrap();
    assert_eq!((purse.user_id, purse.website_id, purse.currency.as_str()), (Some(id), site, "USD"));
    let entry = logged(&app).await;
    assert_eq!((entry.action.as_str(), entry.action_type.as_str()), ("Created user ann", "created"));
    assert_eq!((entry.target_id, entry.before), (Some(id.0), None));
    assert_eq!(entry.after, Some(json!({ "username": "ann", "role": "writer", "website_id": site })));
    assert_eq!(kept.fresh().await["by_role"]["writer"], 1);

    let root = app.superadmin().await;
    let client = json!({ "username": "bob", "email": "bob@people.example", "website": other });
    let client = root.post(USERS, ann("client", &client)).await;
    let number = format!("CLNT{:06}", client.json()["id"].as_i64().unwrap());
    assert_eq!(client.json()["client_profile"]["registration_id"], number);
    let staff = json!({ "username": "cy_", "email": "cy@people.example" });
    let staff = root.post(USERS, ann("admin", &staff)).await;
    staff.assert_status(201);
    assert_eq!(
        (&staff.json()["website"], &staff.json()["admin_profile"]["can_manage_users"]),
        (&json!(null), &json!(true))
    );
    assert_eq!(wallet::Entity::find().all(app.db()).await.unwrap().len(), 2, "staff have none");
}

#[tokio::test]
async fn nobody_makes_somebody_above_or_elsewhere() {
    let app = TestApp::start().await;
    let (site, other) = (app.website("alpha").await, app.website("beta").await);
    let (admin, root) = (app.admin(site).await, app.superadmin().await);
    admin.post(USERS, ann("admin", &json!({}))).await.assert_problem(403, "forbidden");
    for caller in [&admin, &root] {
        caller.post(USERS, ann("superadmin", &json!({}))).await.assert_problem(403, "forbidden");
    }
    admin.post(USERS, ann("client", &json!({ "website": other }))).await.assert_problem(404, "not-found");
    root.post(USERS, ann("client", &json!({ "website": 987_654_321 })))
        .await
        .assert_problem(404, "not-found");
    assert_eq!(pointer(&root.post(USERS, ann("writer", &json!({}))).await), "/website");
    let weak = admin_with(&app, site, |s| s.can_manage_users = Set(false)).await;
    weak.post(USERS, ann("client", &json!({}))).await.assert_problem(403, "forbidden");
    let support = app.role(Role::Support, Some(site)).await;
    support.post(USERS, ann("client", &json!({}))).await.assert_problem(403, "forbidden");
    assert!(log(&app).await.is_empty());
}

#[tokio::test]
async fn names_are_checked_and_belong_to_one_person() {
    let app = TestApp::start().await;
    let (site, other) = (app.website("alpha").await, app.website("beta").await);
    maria(&app, Role::Writer, Some(site)).await;
    let admin = app.admin(site).await;
    for (name, value) in [
        ("username", json!("ab")),
        ("username", json!("a b c")),
        ("username", json!(null)),
        ("email", json!("no address")),
        ("email", json!("x".repeat(255))),
        ("password", json!("seven77")),
        ("password", json!("ann@people.EXAMPLE")),
        ("password", json!("password")),
        ("role", json!("king")),
        ("first_name", json!("x".repeat(151))),
        ("last_name", json!("x".repeat(151))),
        ("phone_number", json!("1".repeat(31))),
        ("website", json!("alpha")),
    ] {
        let reply = admin.post(USERS, ann("client", &json!({ name: value }))).await;
        assert_eq!(pointer(&reply), &json!(format!("/{name}")), "{value}");
    }
    let taken = admin.post(USERS, ann("client", &json!({ "username": "maria" }))).await;
    taken.assert_problem(409, "conflict");
    assert_eq!(taken.json()["detail"], "Somebody else has this username.");
    let taken = admin.post(USERS, ann("client", &json!({ "email": "MARIA@people.example" }))).await;
    taken.assert_problem(409, "conflict");
    assert_eq!(taken.json()["detail"], "Somebody else has this e-mail address.");

    let listed = async |email: &str, website| {
        let row = blacklisted_email::ActiveModel {
            email: Set(email.to_owned()),
            website_id: Set(website),
            ..Default::default()
        };
        app.insert(row).await;
    };
    listed("here@people.example", Some(site)).await;
    listed("there@people.example", Some(other)).await;
    listed("all@people.example", None).await;
    for email in ["Here@people.example", "all@people.example"] {
        let reply = admin.post(USERS, ann("client", &json!({ "email": email }))).await;
        assert_eq!(pointer(&reply), "/email");
    }
    admin.post(USERS, ann("client", &json!({ "email": "there@people.example" }))).await.assert_status(201);
}
