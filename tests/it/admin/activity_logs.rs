//! `GET admin-management/activity-logs` and `…/{id}`

use sea_orm::Set;
use serde_json::{Value, json};
use tally_entity::{Role, audit_log};
use tally_testkit::{Reply, TestApp, ago};

const LOGS: &str = "/admin-management/activity-logs/";

/// The `action` of each row of a page.
fn actions(reply: &Reply) -> Vec<&str> {
    reply.assert_status(200);
    assert_eq!(reply.statements(), 2);
    reply.json()["results"].as_array().unwrap().iter().map(|row| row["action"].as_str().unwrap()).collect()
}

fn named(action: &str) -> impl FnOnce(&mut audit_log::ActiveModel) {
    let action = action.to_owned();
    move |row| row.action = Set(action)
}

#[tokio::test]
async fn the_log_of_a_website_is_what_staff_did_there() {
    let app = TestApp::start().await;
    let (site, other) = (app.website("alpha").await, app.website("beta").await);
    let support =
        app.user(Role::Support, Some(site)).set(|u| u.username = Set("maria".to_owned())).insert().await;
    let row = app.audit_log(Some(site)).set(|l| {
        (l.actor_id, l.actor_role) = (Set(Some(support.id)), Set(Some("support".to_owned())));
        (l.action, l.action_type) = (Set("Suspended user ann".to_owned()), Set("account".to_owned()));
        (l.target_type, l.target_id) = (Set(Some("user".to_owned())), Set(Some(7)));
        l.before = Set(Some(json!({ "is_suspended": false })));
        l.after = Set(Some(json!({ "is_suspended": true, "suspension_reason": "secret" })));
        (l.ip, l.user_agent) = (Set(Some("10.0.0.1".to_owned())), Set(Some("browser".to_owned())));
        (l.request_id, l.created_at) = (Set(Some("r1".to_owned())), Set(ago(0, 2)));
    });
    let row = row.insert().await;
    app.audit_log(Some(site)).set(named("unknown actor")).insert().await;
    app.audit_log(Some(site)).set(|l| l.actor_role = Set(Some("client".to_owned()))).insert().await;
    app.audit_log(Some(site)).set(|l| l.actor_role = Set(None)).insert().await;
    let foreign = app.audit_log(Some(other)).set(named("elsewhere")).insert().await;
    app.audit_log(None).set(named("platform")).insert().await;
    let admin = app.admin(site).await;

    let reply = admin.get(LOGS).await;
    assert_eq!(actions(&reply), ["unknown actor", "Suspended user ann"]);
    assert_eq!(reply.json()["results"][0]["admin"], "System");
    insta::assert_json_snapshot!(reply.json()["results"][1], @r#"
    {
      "id": 1,
      "admin": "maria",
      "admin_username": "maria",
      "admin_id": 1,
      "action": "Suspended user ann",
      "description": "Suspended user ann",
      "action_type": "account",
      "details": "user #7: is_suspended, suspension_reason",
      "target_type": "user",
      "target_id": 7,
      "timestamp": "2026-04-15T10:00:00Z",
      "created_at": "2026-04-15T10:00:00Z",
      "ip": "10.0.0.1",
      "website_name": "alpha"
    }
    "#);
    let tile = admin.get(&format!("{LOGS}?page_size=1")).await;
    assert_eq!((&tile.json()["count"], actions(&tile)), (&json!(2), vec!["unknown actor"]));
    assert_eq!(
        tile.json()["next"],
        "http://tally.example/api/v1/admin-management/activity-logs/?page_size=1&page=2"
    );

    let single = admin.get(&format!("{LOGS}{}/", row.id)).await;
    single.assert_status(200);
    assert_eq!(single.statements(), 1);
    insta::assert_json_snapshot!(single.json()["metadata"], @r#"
    {
      "before": {
        "is_suspended": false
      },
      "after": {
        "is_suspended": true,
        "suspension_reason": "secret"
      },
      "request_id": "r1",
      "user_agent": "browser"
    }
    "#);
    assert_eq!(without_metadata(single.json()), reply.json()["results"][1]);
    for unknown in [foreign.id.to_string(), "987654321".to_owned(), "x".to_owned()] {
        admin.get(&format!("{LOGS}{unknown}/")).await.assert_problem(404, "not-found");
    }
    let all = app.superadmin().await.get(LOGS).await;
    assert_eq!(actions(&all), ["platform", "elsewhere", "unknown actor", "Suspended user ann"]);
    app.role(Role::Support, Some(site)).await.get(LOGS).await.assert_problem(403, "forbidden");
}

fn without_metadata(row: &Value) -> Value {
    let mut row = row.clone();
    row.as_object_mut().unwrap().remove("metadata");
    row
}

#[tokio::test]
async fn each_parameter_narrows_the_log() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let ann = app.user(Role::Admin, Some(site)).set(|u| u.username = Set("ann_b".to_owned())).insert().await;
    let row = app.audit_log(Some(site)).set(named("Paid invoice full%")).set(|l| {
        (l.actor_id, l.action_type) = (Set(Some(ann.id)), Set("money".to_owned()));
        l.target_type = Set(Some("invoice".to_owned()));
        l.created_at = Set("2026-04-10T00:00:00Z".parse().unwrap());
    });
    let row = row.insert().await;
    let other = app.audit_log(Some(site)).set(named("Closed ticket fuller")).set(|l| {
        l.created_at = Set("2026-04-09T23:59:59.999999Z".parse().unwrap());
    });
    other.insert().await;
    let admin = app.admin(site).await;

    let (paid, closed) = ("Paid invoice full%", "Closed ticket fuller");
    let id = ann.id;
    for (query, expected) in [
        ("search=invo", vec![paid]),
        ("search=INVOICE%20pa", vec![paid]),
        ("search=voice", vec![]),
        ("search=ann", vec![paid]),
        (&format!("search={}", row.id), vec![paid]),
        ("search=%27%20%26%20%7C%20%21%20%3A%2A", vec![]),
        (&format!("admin={id}"), vec![paid]),
        ("admin=NN_", vec![paid]),
        ("admin=n%25b", vec![]),
        ("action=FULL%25", vec![paid]),
        ("action=TICKET", vec![closed]),
        ("action_type=money", vec![paid]),
        ("target_type=invoice", vec![paid]),
        ("target_type=nothing", vec![]),
        ("timestamp_after=2026-04-10", vec![paid]),
        ("timestamp_before=2026-04-09", vec![closed]),
        ("timestamp_before=2026-04-10", vec![paid, closed]),
        ("timestamp_before=2026-04-10T00:00:00Z", vec![closed]),
        ("page=2", vec![]),
    ] {
        let reply = admin.get(&format!("{LOGS}?{query}")).await;
        assert_eq!(actions(&reply), expected, "{query}");
        let count = if query == "page=2" { 2 } else { expected.len() };
        assert_eq!(reply.json()["count"], count, "{query}");
    }
    admin.get(&format!("{LOGS}?timestamp_after=soon")).await.assert_problem(422, "invalid");
}
