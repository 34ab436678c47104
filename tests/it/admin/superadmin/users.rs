//! `superadmin-management/users/…`, `logs` and `superadmin-profile`

use sea_orm::Set;
use serde_json::json;
use tally_entity::Role;
use tally_testkit::{Reply, TestApp, ago};

const USERS: &str = "/superadmin-management/users/";
const LOGS: &str = "/superadmin-management/logs/";

fn names(reply: &Reply) -> Vec<&str> {
    reply.assert_status(200);
    assert_eq!(reply.statements(), 2);
    reply.json()["results"].as_array().unwrap().iter().map(|row| row["username"].as_str().unwrap()).collect()
}

#[tokio::test]
async fn a_superadmin_sees_every_user() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let user = async |role, name: &str, days| {
        let row = app.user(role, Some(site)).set(|u| {
            (u.username, u.joined_at) = (Set(name.to_owned()), Set(ago(days, 0)));
            (u.is_suspended, u.suspended_at) = (Set(name == "bob"), Set(Some(ago(1, 0))));
        });
        row.insert().await
    };
    let ann = user(Role::Writer, "ann", 3).await;
    user(Role::Client, "bob", 2).await;
    user(Role::Client, "cy", 2).await;
    let root = user(Role::Superadmin, "root", 1).await;
    let root = app.sign_in(&root).await;
    for (query, expected) in [
        ("", vec!["root", "cy", "bob", "ann"]),
        ("role=client", vec!["cy", "bob"]),
        ("role=client,writer&is_suspended=false", vec!["cy", "ann"]),
        ("is_suspended=true", vec!["bob"]),
        ("search=an", vec!["ann"]),
        ("page_size=3&page=2", vec!["ann"]),
    ] {
        assert_eq!(names(&root.get(&format!("{USERS}?{query}")).await), expected, "{query}");
    }
    let row = &root.get(&format!("{USERS}?search={}", ann.id)).await.json()["results"][0].clone();
    let same = root.get(&format!("/admin-management/user-management/?search={}", ann.id)).await;
    assert_eq!(*row, same.json()["results"][0]);
    app.admin(site).await.get(USERS).await.assert_problem(403, "forbidden");
}

#[tokio::test]
async fn the_log_is_what_superadmins_did() {
    let app = TestApp::start().await;
    let (site, other) = (app.website("alpha").await, app.website("beta").await);
    let ann = app.user(Role::Superadmin, None).set(|u| u.username = Set("ann".to_owned())).insert().await;
    let did = async |website, action: &str, role: &str, hours| {
        let row = app.audit_log(Some(website)).set(|l| {
            (l.actor_id, l.actor_role) = (Set(Some(ann.id)), Set(Some(role.to_owned())));
            (l.action, l.created_at) = (Set(action.to_owned()), Set(ago(0, hours)));
            (l.target_type, l.target_id) = (Set(Some("user".to_owned())), Set(Some(7)));
            (l.action_type, l.after) = (Set("account".to_owned()), Set(Some(json!({ "role": "editor" }))));
        });
        row.insert().await
    };
    let first = did(site, "Promoted maria", "superadmin", 2).await;
    let second = did(other, "Suspended bob", "superadmin", 1).await;
    did(site, "as an admin", "admin", 0).await;
    let nobody =
        |l: &mut tally_entity::audit_log::ActiveModel| l.actor_role = Set(Some("superadmin".to_owned()));
    app.audit_log(Some(site)).set(nobody).insert().await;
    let root = app.sign_in(&ann).await;

    let reply = root.get(LOGS).await;
    reply.assert_status(200);
    assert_eq!(reply.statements(), 2);
    let details = "user #7: role";
    let row = json!({
        "id": first.id, "action_type": "account", "details": details, "action_details": details,
        "superadmin": { "id": ann.id, "username": "ann" }, "timestamp": "2026-04-15T10:00:00Z",
        "formatted_timestamp": "10:00 15, Apr 2026",
    });
    assert_eq!((&reply.json()["count"], &reply.json()["results"][1]), (&json!(2), &row));
    for (query, expected) in [
        ("search=susp", vec![second.id]),
        ("action_type=account", vec![second.id, first.id]),
        ("action_type=money", vec![]),
        ("page_size=1", vec![second.id]),
        (&format!("website_id={site}"), vec![first.id]),
    ] {
        let reply = root.get(&format!("{LOGS}?{query}")).await;
        let ids: Vec<_> = reply.json()["results"].as_array().unwrap().iter().map(|row| &row["id"]).collect();
        assert_eq!(json!(ids), json!(expected), "{query}");
    }
    app.admin(site).await.get(LOGS).await.assert_problem(403, "forbidden");
}

#[tokio::test]
async fn there_are_no_profiles_of_superadmins() {
    let app = TestApp::start().await;
    let root = app.superadmin().await;
    let path = "/superadmin-management/superadmin-profile/";
    let reply = root.get(path).await;
    assert_eq!((&reply.json()["count"], &reply.json()["results"]), (&json!(0), &json!([])));
    assert_eq!(reply.statements(), 0);
    root.delete(&format!("{path}1/")).await.assert_problem(404, "not-found");
    let admin = app.role(Role::Admin, None).await;
    admin.get(path).await.assert_problem(403, "forbidden");
    admin.delete(&format!("{path}1/")).await.assert_problem(403, "forbidden");
}
