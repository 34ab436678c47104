//! `GET admin-management/class-bundles/{communication-threads|support-tickets}`

use sea_orm::Set;
use serde_json::{Value, json};
use tally_entity::{
    ClassBundleId, Role, ThreadType, TicketCategory, TicketPriority, TicketStatus, WebsiteId, thread, ticket,
};
use tally_testkit::{Reply, Row, TestApp, ago};

use super::Shop;
use crate::admin::orders::named;

const THREADS: &str = "/admin-management/class-bundles/communication-threads/";
const TICKETS: &str = "/admin-management/class-bundles/support-tickets/";

/// A bundle of a client of that name.
async fn bundle_of(app: &TestApp, site: WebsiteId, client: &str) -> ClassBundleId {
    let client = named(app, Role::Client, site, client).await.id;
    app.class_bundle(site, client).insert().await.id
}

fn thread(app: &TestApp, site: WebsiteId, about: ClassBundleId, days: i64) -> Row<'_, thread::ActiveModel> {
    app.thread(site).set(move |t| {
        (t.class_bundle_id, t.thread_type) = (Set(Some(about)), Set(ThreadType::ClassBundle));
        t.updated_at = Set(ago(days, 0));
    })
}

fn ticket(app: &TestApp, site: WebsiteId, about: ClassBundleId, days: i64) -> Row<'_, ticket::ActiveModel> {
    app.ticket(site).set(move |t| (t.class_bundle_id, t.created_at) = (Set(Some(about)), Set(ago(days, 0))))
}

/// The ids of what is in the rows, which took one statement to find.
fn listed(reply: &Reply, list: &str, each: &str) -> Vec<i64> {
    reply.assert_status(200);
    assert_eq!(reply.statements(), 1);
    let rows = reply.json()[list].as_array().unwrap();
    assert_eq!(reply.json()["count"], rows.len());
    rows.iter().map(|row| row[each]["id"].as_i64().unwrap()).collect()
}

#[tokio::test]
async fn conversations_about_bundles_show_their_last_word() {
    let app = TestApp::start().await;
    let (site, other) = (app.website("alpha").await, app.website("beta").await);
    let (ann, bob) = (bundle_of(&app, site, "ann").await, bundle_of(&app, site, "bob").await);
    let foreign = bundle_of(&app, other, "cat").await;
    let talk = thread(&app, site, ann, 2).set(|t| t.subject = Set(Some("Week 3".to_owned()))).insert().await;
    let closed = thread(&app, site, bob, 1);
    let closed = closed.set(|t| (t.closed_at, t.subject) = (Set(Some(ago(1, 0))), Set(None))).insert().await;
    let older = thread(&app, site, ann, 3).insert().await.id.0;
    let strange = thread(&app, other, foreign, 1).insert().await.id.0;
    app.thread(site).insert().await;

    let sender = app.user(Role::Writer, Some(site)).insert().await;
    let say = |body: &'static str, hours| {
        app.message(&talk, &sender)
            .set(move |m| (m.body, m.sent_at) = (Set(body.to_owned()), Set(ago(0, hours))))
    };
    say("before", 9).insert().await;
    say("last", 5).insert().await;
    say("taken back", 1).set(|m| m.deleted_at = Set(Some(ago(0, 0)))).insert().await;

    let admin = app.admin(site).await;
    let reply = admin.get(THREADS).await;
    assert_eq!(listed(&reply, "threads", "thread"), [closed.id.0, talk.id.0, older]);
    let rows = &reply.json()["threads"];
    let expected = json!({ "bundle_id": ann.0, "bundle_client": "ann", "thread": {
        "id": talk.id.0, "thread_type": "class_bundle", "subject": "Week 3", "is_active": true,
        "created_at": "2026-04-05T12:00:00Z", "updated_at": "2026-04-13T12:00:00Z",
        "last_message": { "message": "last", "sent_at": "2026-04-15T07:00:00Z" } } });
    assert_eq!(rows[1], expected);
    let empty = &rows[0]["thread"];
    assert_eq!((&rows[0]["bundle_client"], &empty["is_active"]), (&json!("bob"), &json!(false)));
    assert_eq!((&empty["subject"], &empty["last_message"]), (&Value::Null, &Value::Null));

    let found = async |query: &str| {
        let reply = admin.get(&format!("{THREADS}{query}")).await;
        listed(&reply, "threads", "thread")
    };
    assert_eq!(found(&format!("?bundle_id={ann}")).await, [talk.id.0, older]);
    assert_eq!(found(&format!("?bundle_id={ann}&limit=1")).await, [talk.id.0]);
    assert_eq!(found(&format!("?bundle_id={foreign}")).await, Vec::<i64>::new());
    assert_eq!(found("?limit=-5").await, [closed.id.0]);
    let all = app.superadmin().await.get(THREADS).await;
    assert_eq!(listed(&all, "threads", "thread").len(), 4);
    assert!(listed(&all, "threads", "thread").contains(&strange));
    let wrong = admin.get(&format!("{THREADS}?bundle_id=first")).await;
    wrong.assert_problem(422, "invalid");
    assert_eq!(wrong.json()["errors"][0]["pointer"], "?bundle_id");
    app.role(Role::Editor, Some(site)).await.get(THREADS).await.assert_problem(403, "forbidden");
}

#[tokio::test]
async fn tickets_about_bundles_are_listed_newest_first() {
    let app = TestApp::start().await;
    let (site, other) = (app.website("alpha").await, app.website("beta").await);
    let (ann, bob) = (bundle_of(&app, site, "ann").await, bundle_of(&app, site, "bob").await);
    let shop = Shop::open(&app, "gamma").await;
    let foreign = shop.bundle(&app).insert().await.id;
    let open = ticket(&app, site, ann, 2).set(|t| {
        t.title = Set("No access".to_owned());
        (t.priority, t.category) = (Set(Some(TicketPriority::Critical)), Set(TicketCategory::Technical));
    });
    let open = open.insert().await.id.0;
    let closed = ticket(&app, site, bob, 1);
    let closed = closed.set(|t| (t.status, t.closed_at) = (Set(TicketStatus::Closed), Set(Some(ago(0, 1)))));
    let closed = closed.insert().await.id.0;
    let held = ticket(&app, site, ann, 3).set(|t| t.status = Set(TicketStatus::OnHold)).insert().await.id.0;
    ticket(&app, shop.site, foreign, 1).insert().await;
    app.ticket(site).insert().await;

    let admin = app.admin(site).await;
    let reply = admin.get(TICKETS).await;
    assert_eq!(listed(&reply, "tickets", "ticket"), [closed, open, held]);
    let expected = json!({ "bundle_id": ann.0, "bundle_client": "ann", "ticket": { "id": open, "title": "No access",
        "subject": "No access", "status": "open", "priority": "critical", "category": "technical",
        "created_at": "2026-04-13T12:00:00Z" } });
    assert_eq!(reply.json()["tickets"][1], expected);
    assert_eq!(reply.json()["tickets"][0]["ticket"]["priority"], "medium");

    let found = async |query: &str| {
        let reply = admin.get(&format!("{TICKETS}{query}")).await;
        listed(&reply, "tickets", "ticket")
    };
    assert_eq!(found(&format!("?bundle_id={ann}")).await, [open, held]);
    assert_eq!(found("?status=closed").await, [closed]);
    assert_eq!(found("?status=on_hold,open").await, [open, held]);
    assert_eq!(found("?status=lost").await, Vec::<i64>::new());
    assert_eq!(found("?limit=1").await, [closed]);
    assert_eq!(found(&format!("?bundle_id={foreign}")).await, Vec::<i64>::new());
    assert_eq!(listed(&app.superadmin().await.get(TICKETS).await, "tickets", "ticket").len(), 4);
    let reply = admin.get(&format!("{TICKETS}?website_id={other}")).await;
    reply.assert_problem(404, "not-found");
    app.role(Role::Support, Some(site)).await.get(TICKETS).await.assert_problem(403, "forbidden");
}
