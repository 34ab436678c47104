//! `GET admin-management/user-management`

use sea_orm::Set;
use serde_json::json;
use tally_entity::Role;
use tally_testkit::{Reply, TestApp, ago};

use super::USERS;

/// The user names of a page.
fn names(reply: &Reply) -> Vec<&str> {
    reply.assert_status(200);
    assert_eq!(reply.statements(), 2);
    reply.json()["results"].as_array().unwrap().iter().map(|row| row["username"].as_str().unwrap()).collect()
}

#[tokio::test]
async fn the_users_of_a_website_come_newest_first() {
    let app = TestApp::start().await;
    let (site, other) = (app.website("alpha").await, app.website("beta").await);
    let ann = app.user(Role::Writer, Some(site)).set(|u| {
        (u.username, u.first_name) = (Set("ann".to_owned()), Set("Ann".to_owned()));
        (u.last_name, u.phone_number) = (Set("Lee".to_owned()), Set(Some("+1".to_owned())));
        (u.last_login_at, u.joined_at) = (Set(Some(ago(1, 0))), Set(ago(9, 0)));
        (u.is_on_probation, u.is_blacklisted) = (Set(true), Set(true));
    });
    let ann = ann.insert().await;
    let named = |name: &str, days| {
        let name = name.to_owned();
        move |u: &mut tally_entity::user::ActiveModel| {
            (u.username, u.joined_at) = (Set(name), Set(ago(days, 0)));
        }
    };
    app.user(Role::Client, Some(site)).set(named("bob", 8)).insert().await;
    app.user(Role::Client, Some(site)).set(named("cy", 8)).insert().await;
    app.user(Role::Client, Some(site))
        .set(named("gone", 1))
        .set(|u| u.deleted_at = Set(Some(ago(1, 0))))
        .insert()
        .await;
    app.user(Role::Client, Some(other)).set(named("far", 1)).insert().await;
    app.user(Role::Superadmin, Some(site)).set(named("root", 1)).insert().await;
    let support = app.user(Role::Support, Some(site)).set(named("sue", 20)).insert().await;
    let support = app.sign_in(&support).await;

    let reply = support.get(USERS).await;
    assert_eq!(names(&reply), ["cy", "bob", "ann", "sue"]);
    insta::assert_json_snapshot!(reply.json()["results"][2], @r#"
    {
      "id": 1,
      "username": "ann",
      "email": "writer1@people.example",
      "first_name": "Ann",
      "last_name": "Lee",
      "full_name": "Ann Lee",
      "role": "writer",
      "role_display": "Writer",
      "phone_number": "+1",
      "is_active": true,
      "is_suspended": false,
      "is_blacklisted": true,
      "is_on_probation": true,
      "date_joined": "2026-04-06T12:00:00Z",
      "last_login": "2026-04-14T12:00:00Z",
      "website": {
        "id": 1,
        "name": "alpha",
        "domain": "alpha.example"
      },
      "website_id": 1
    }
    "#);
    let page = support.get(&format!("{USERS}?page_size=2&page=2")).await;
    assert_eq!((names(&page), &page.json()["count"]), (vec!["ann", "sue"], &json!(4)));

    let platform = app.user(Role::Admin, None).set(named("pat", 0)).insert().await;
    let platform = app.sign_in(&platform).await;
    assert_eq!(names(&platform.get(USERS).await), ["pat", "far", "cy", "bob", "ann", "sue"]);
    assert_eq!(names(&platform.get(&format!("{USERS}?website={other}")).await), ["far"]);
    let all = app.superadmin().await.get(&format!("{USERS}?role=superadmin,writer")).await;
    assert_eq!(names(&all)[..2], ["root", "ann"]);
    let first = &all.json()["results"][2];
    assert_eq!((&first["website"], &first["website_id"]), (&json!(null), &json!(null)));
    assert_eq!(all.json()["results"][1]["id"], json!(ann.id));
    app.role(Role::Editor, Some(site)).await.get(USERS).await.assert_problem(403, "forbidden");
}

#[tokio::test]
async fn each_parameter_narrows_or_orders_the_list() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let ann = app.user(Role::Writer, Some(site)).set(|u| {
        (u.username, u.email) = (Set("ann".to_owned()), Set("z@people.example".to_owned()));
        (u.first_name, u.last_name) = (Set("Mary".to_owned()), Set("O'Hara".to_owned()));
        (u.is_active, u.last_login_at, u.joined_at) = (Set(false), Set(Some(ago(2, 0))), Set(ago(3, 0)));
        (u.is_blacklisted, u.is_on_probation) = (Set(true), Set(true));
    });
    let ann = ann.insert().await.id;
    let bob = app.user(Role::Client, Some(site)).set(|u| {
        (u.username, u.email) = (Set("bob".to_owned()), Set("y@people.example".to_owned()));
        (u.is_suspended, u.suspended_at) = (Set(true), Set(Some(ago(1, 0))));
        (u.last_login_at, u.joined_at) = (Set(Some(ago(1, 0))), Set(ago(3, 0)));
    });
    bob.insert().await;
    let admin = app.user(Role::Admin, Some(site)).set(|u| {
        (u.username, u.email) = (Set("cy".to_owned()), Set("x@people.example".to_owned()));
        u.joined_at = Set(ago(2, 0));
    });
    let admin = app.sign_in(&admin.insert().await).await;

    for (query, expected) in [
        ("", vec!["cy", "bob", "ann"]),
        ("role=writer", vec!["ann"]),
        ("role[]=writer&role[]=client", vec!["bob", "ann"]),
        ("role=nobody", vec![]),
        ("is_active=false", vec!["ann"]),
        ("is_active=true", vec!["cy", "bob"]),
        ("is_suspended=yes", vec!["bob"]),
        ("is_suspended=no", vec!["cy", "ann"]),
        ("is_blacklisted=true", vec!["ann"]),
        ("is_on_probation=true", vec!["ann"]),
        ("is_on_probation=false", vec!["cy", "bob"]),
        ("search=MAR%20o%27h", vec!["ann"]),
        ("search=y@people.example", vec!["bob"]),
        ("search=ary", vec![]),
        ("search=bo", vec!["bob"]),
        ("ordering=username", vec!["ann", "bob", "cy"]),
        ("ordering=-username", vec!["cy", "bob", "ann"]),
        ("ordering=email", vec!["cy", "bob", "ann"]),
        ("ordering=date_joined", vec!["ann", "bob", "cy"]),
        ("ordering=date_joined,-username", vec!["bob", "ann", "cy"]),
        ("ordering=last_login", vec!["ann", "bob", "cy"]),
        ("ordering=-last_login", vec!["bob", "ann", "cy"]),
        ("ordering=password_hash", vec!["cy", "bob", "ann"]),
    ] {
        let reply = admin.get(&format!("{USERS}?{query}")).await;
        assert_eq!(names(&reply), expected, "{query}");
        assert_eq!(reply.json()["count"], expected.len(), "{query}");
    }
    assert_eq!(names(&admin.get(&format!("{USERS}?search={ann}")).await), ["ann"]);
    admin.get(&format!("{USERS}?is_active=maybe")).await.assert_problem(422, "invalid");
}
