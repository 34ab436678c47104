//! `GET activity/activity-logs`, `…/{id}` and `activity/user-feed`

use sea_orm::Set;
use serde_json::{Value, json};
use tally_entity::{AuditLogId, Role, UserId, WebsiteId, audit_log};
use tally_testkit::{Caller, Reply, TestApp, ago};

const LOGS: &str = "/activity/activity-logs/";
const FEED: &str = "/activity/user-feed/";

async fn did(
    app: &TestApp,
    site: WebsiteId,
    (actor, role): (UserId, Role),
    action: &str,
    change: impl FnOnce(&mut audit_log::ActiveModel),
) -> AuditLogId {
    let row = app.audit_log(Some(site)).set(|l| {
        (l.actor_id, l.actor_role) = (Set(Some(actor)), Set(Some(role.to_string())));
        l.action = Set(action.to_owned());
    });
    row.set(change).insert().await.id
}

fn actions(reply: &Reply) -> Vec<&str> {
    reply.assert_status(200);
    assert_eq!(reply.statements(), 2);
    let rows = reply.json()["results"].as_array().unwrap();
    rows.iter().map(|row| row["description"].as_str().unwrap()).collect()
}

async fn seen(caller: &Caller<'_>, path: &str) -> Vec<String> {
    actions(&caller.get(path).await).into_iter().map(ToOwned::to_owned).collect()
}

#[tokio::test]
async fn everybody_sees_his_own_and_staff_those_they_look_after() {
    let app = TestApp::start().await;
    let (site, other) = (app.website("alpha").await, app.website("beta").await);
    let mut callers = Vec::new();
    for role in [Role::Admin, Role::Support, Role::Editor, Role::Writer, Role::Client] {
        let user = app.user(role, Some(site)).insert().await;
        did(&app, site, (user.id, role), role.as_str(), |_| ()).await;
        callers.push(app.sign_in(&user).await);
    }
    let far = app.user_id(Role::Writer, Some(other)).await;
    let foreign = did(&app, other, (far, Role::Writer), "far", |_| ()).await;
    let [admin, support, editor, writer, client] = &callers[..] else { panic!("five") };
    let all = ["client", "writer", "editor", "support", "admin"];
    assert_eq!(seen(admin, LOGS).await, all);
    assert_eq!(seen(support, LOGS).await, all[..4]);
    for (caller, own) in [(editor, "editor"), (writer, "writer"), (client, "client")] {
        assert_eq!(seen(caller, LOGS).await, [own]);
        assert_eq!(seen(caller, FEED).await, [own]);
        caller.get(&format!("{LOGS}{foreign}/")).await.assert_problem(404, "not-found");
    }
    assert_eq!(seen(support, FEED).await, all[..4]);
    let root = app.superadmin().await;
    assert_eq!(seen(&root, LOGS).await.len(), 6);
    let single = root.get(&format!("{LOGS}{foreign}/")).await;
    assert_eq!((single.statements(), &single.json()["description"]), (1, &json!("far")));
}

#[tokio::test]
async fn a_row_tells_staff_more_than_others() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let named = |name: &'static str| {
        move |u: &mut tally_entity::user::ActiveModel| {
            (u.username, u.email) = (Set(name.to_owned()), Set(format!("{name}@people.example")));
        }
    };
    let client = app.user(Role::Client, Some(site)).set(named("cleo")).insert().await;
    let writer = app.user(Role::Writer, Some(site)).set(named("will")).insert().await;
    let sue = app.user(Role::Support, Some(site)).set(named("sue")).insert().await;
    let set = |o: &mut tally_entity::order::ActiveModel| {
        (o.client_id, o.assigned_writer_id) = (Set(Some(client.id)), Set(Some(writer.id)));
    };
    let order = app.order(site).set(set).insert().await;
    let foreign = app.order(site).insert().await;
    let about = |id: i64| {
        move |l: &mut audit_log::ActiveModel| {
            (l.target_type, l.target_id) = (Set(Some("order".to_owned())), Set(Some(id)));
            (l.before, l.after) =
                (Set(Some(json!({ "status": "available" }))), Set(Some(json!({ "status": "assigned" }))));
            l.action_type = Set("assigned".to_owned());
        }
    };
    let id = did(&app, site, (sue.id, Role::Support), "Gave an order to will", about(order.id.0)).await;
    did(&app, site, (sue.id, Role::Support), "Gave another order", about(foreign.id.0)).await;
    let ticket = |l: &mut audit_log::ActiveModel| {
        about(order.id.0)(l);
        l.target_type = Set(Some("ticket".to_owned()));
    };
    did(&app, site, (sue.id, Role::Support), "Closed a ticket", ticket).await;

    let admin = app.admin(site).await;
    let row = admin.get(&format!("{LOGS}{id}/")).await;
    let expected = json!({
        "id": id, "user": "sue", "username": "sue", "user_email": "sue@people.example", "user_role": "support",
        "triggered_by_email": "sue@people.example", "action_type": "assigned", "action_subtype": "order",
        "actor_type": "support", "description": "Gave an order to will",
        "display_description": "Gave an order to will", "website": "alpha", "timestamp": "2026-04-15T11:00:00Z",
        "formatted_timestamp": "11:00 15, Apr 2026",
        "metadata": { "before": { "status": "available" }, "after": { "status": "assigned" } },
    });
    assert_eq!(*row.json(), expected);
    for user in [&client, &writer] {
        let caller = app.sign_in(user).await;
        let feed = caller.get(FEED).await;
        assert_eq!(actions(&feed), [format!("order #{}: status", order.id)]);
        let row = &feed.json()["results"][0];
        assert_eq!((&row["user_email"], &row["metadata"]), (&Value::Null, &json!({})));
        assert!(seen(&caller, LOGS).await.is_empty());
    }
    did(&app, site, (writer.id, Role::Writer), "Handed in", about(order.id.0)).await;
    let feed = app.sign_in(&client).await.get(FEED).await;
    assert_eq!(feed.json()["results"][0]["user"], format!("Writer #{}", writer.id));
    let own = app.sign_in(&writer).await.get(FEED).await;
    let row = &own.json()["results"][0];
    assert_eq!(
        (&row["description"], &row["user_email"]),
        (&json!("Handed in"), &json!("will@people.example"))
    );
}

#[tokio::test]
async fn each_parameter_narrows_the_log() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let ann =
        app.user(Role::Writer, Some(site)).set(|u| u.username = Set("ann".to_owned())).insert().await.id;
    let at = |days, hours: i64| move |l: &mut audit_log::ActiveModel| l.created_at = Set(ago(days, hours));
    did(&app, site, (ann, Role::Writer), "Handed in", at(1, 0)).await;
    let money = |l: &mut audit_log::ActiveModel| {
        (l.action_type, l.created_at) = (Set("money".to_owned()), Set(ago(7, 1)));
    };
    did(&app, site, (ann, Role::Admin), "Paid invoice", money).await;
    let system = |l: &mut audit_log::ActiveModel| {
        (l.actor_role, l.action) = (Set(None), Set("Cleaned up".to_owned()));
        l.created_at = Set(ago(91, 0));
    };
    app.audit_log(Some(site)).set(system).insert().await;
    let admin = app.admin(site).await;
    for (query, expected) in [
        (String::new(), vec!["Handed in", "Paid invoice", "Cleaned up"]),
        (format!("user_id={ann}"), vec!["Handed in", "Paid invoice"]),
        (format!("user={ann}"), vec!["Handed in", "Paid invoice"]),
        ("action_type=money".to_owned(), vec!["Paid invoice"]),
        ("actor_type=writer".to_owned(), vec!["Handed in"]),
        ("actor_type=system".to_owned(), vec!["Cleaned up"]),
        ("search=inv".to_owned(), vec!["Paid invoice"]),
        ("search=ann".to_owned(), vec!["Handed in", "Paid invoice"]),
        ("time_range=24h".to_owned(), vec!["Handed in"]),
        ("time_range=7d".to_owned(), vec!["Handed in"]),
        ("time_range=30d".to_owned(), vec!["Handed in", "Paid invoice"]),
        ("time_range=90d".to_owned(), vec!["Handed in", "Paid invoice"]),
        ("time_range=all".to_owned(), vec!["Handed in", "Paid invoice", "Cleaned up"]),
    ] {
        let reply = admin.get(&format!("{LOGS}?{query}")).await;
        assert_eq!(actions(&reply), expected, "{query}");
        assert_eq!(reply.json()["count"], expected.len(), "{query}");
    }
    let system = &admin.get(&format!("{LOGS}?actor_type=system")).await.json()["results"][0].clone();
    assert_eq!((&system["user"], &system["actor_type"]), (&json!("System"), &json!("system")));
    let bell = admin.get(&format!("{LOGS}?limit=2")).await;
    assert_eq!((actions(&bell), &bell.json()["count"]), (vec!["Handed in", "Paid invoice"], &json!(3)));
    assert_eq!(seen(&admin, &format!("{LOGS}?page_size=2&page=2")).await, ["Cleaned up"]);
    admin.get(&format!("{LOGS}?time_range=1y")).await.assert_problem(422, "invalid");
}
