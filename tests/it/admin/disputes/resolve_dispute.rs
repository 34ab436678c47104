//! `POST orders/disputes/{id}/resolve_dispute`

mod refusals;

use sea_orm::{EntityTrait as _, Set};
use serde_json::{Value, json};
use tally_entity::{
    DisputeId, DisputeStatus, OrderStatus, ResolutionOutcome, Role, UserId, WebsiteId, audit_log, dispute,
    notification, order,
};
use tally_testkit::{Caller, Reply, TestApp, ago, now};

use super::{ANALYTICS, DASHBOARD};
use crate::admin::orders::written::{order, recorded, steps, transitions};

const ORDERS: &str = "/admin-management/orders/dashboard/";
const LATER: &str = "2026-04-20T00:00:00Z";

async fn resolve(caller: &Caller<'_>, id: DisputeId, body: Value) -> Reply {
    caller.post(&format!("/orders/disputes/{id}/resolve_dispute/"), body).await
}

fn outcome(word: &str) -> Value {
    json!({ "resolution_outcome": word, "resolution_notes": "decided" })
}

struct Scene {
    site: WebsiteId,
    client: UserId,
    writer: UserId,
}

impl Scene {
    async fn new(app: &TestApp) -> Self {
        let site = app.website("alpha").await;
        let (client, writer) =
            (app.user_id(Role::Client, Some(site)).await, app.user_id(Role::Writer, Some(site)).await);
        Self { site, client, writer }
    }

    /// An order in that status, paid and with a writer, and a dispute about it that the client raised.
    async fn dispute(&self, app: &TestApp, status: OrderStatus) -> (order::Model, dispute::Model) {
        let order = app.order(self.site).set(|o| {
            (o.client_id, o.assigned_writer_id) = (Set(Some(self.client)), Set(Some(self.writer)));
            (o.status, o.is_paid, o.paid_at) = (Set(status), Set(true), Set(Some(ago(9, 0))));
            (o.client_deadline_at, o.submitted_at) = (Set(Some(ago(1, 0))), Set(Some(ago(2, 0))));
        });
        let order = order.insert().await;
        let dispute = app.dispute(&order).set(|d| d.raised_by_id = Set(Some(self.client))).insert().await;
        (order, dispute)
    }
}

async fn the_dispute(app: &TestApp, id: DisputeId) -> dispute::Model {
    dispute::Entity::find_by_id(id).one(app.db()).await.unwrap().unwrap()
}

/// Who was told what since the last call, oldest first.
async fn told(app: &TestApp, since: &mut usize) -> Vec<(UserId, String)> {
    let mut rows = notification::Entity::find().all(app.db()).await.unwrap();
    rows.sort_by_key(|row| row.id);
    let new = rows.split_off(*since);
    *since += new.len();
    new.into_iter().map(|row| (row.user_id, row.event)).collect()
}

async fn logged(app: &TestApp, id: DisputeId) -> Vec<audit_log::Model> {
    let mut rows = audit_log::Entity::find().all(app.db()).await.unwrap();
    rows.retain(|row| row.target_type.as_deref() == Some("dispute") && row.target_id == Some(id.0));
    rows
}

#[tokio::test]
async fn each_outcome_takes_the_order_to_its_place() {
    let app = TestApp::start().await;
    let scene = Scene::new(&app).await;
    let boss = app.user(Role::Support, Some(scene.site)).insert().await;
    let desk = app.sign_in(&boss).await;
    let mut seen = 0;
    for (word, kept, to) in [
        ("client_wins", "client_wins", OrderStatus::Cancelled),
        ("favor_client", "client_wins", OrderStatus::Cancelled),
        ("writer_wins", "writer_wins", OrderStatus::Closed),
        ("favor_writer", "writer_wins", OrderStatus::Closed),
        ("partial", "partial", OrderStatus::Closed),
        ("dismissed", "dismissed", OrderStatus::Closed),
        ("reassign", "reassign", OrderStatus::RevisionRequested),
        ("extend_deadline", "extend_deadline", OrderStatus::InProgress),
    ] {
        let (before, raised) = scene.dispute(&app, OrderStatus::Disputed).await;
        let extends = word == "extend_deadline";
        let mut body = outcome(word);
        body["extended_deadline"] = json!(LATER);
        let reply = resolve(&desk, raised.id, body).await;
        reply.assert_status(200);
        let deadline = extends.then(|| LATER.parse().unwrap());
        let row = the_dispute(&app, raised.id).await;
        let expected = dispute::Model {
            status: DisputeStatus::Resolved,
            resolution_outcome: Some(kept.parse::<ResolutionOutcome>().unwrap()),
            resolution_notes: Some("decided".to_owned()),
            extended_deadline_at: deadline,
            resolved_at: Some(now()),
            resolved_by_id: Some(boss.id),
            updated_at: row.updated_at,
            ..raised.clone()
        };
        assert_eq!(row, expected, "{word}");
        let shown = reply.json();
        assert_eq!((&shown["status"], &shown["resolution_outcome"]), (&json!("resolved"), &json!(kept)));
        assert_eq!(
            (&shown["resolved_by"]["id"], &shown["admin_extended_deadline"]),
            (&json!(boss.id), &json!(deadline))
        );

        let after = order(&app, before.id).await;
        let due = deadline.or(before.client_deadline_at);
        let expected = order::Model {
            status: to,
            cancelled_at: (to == OrderStatus::Cancelled).then(now),
            client_deadline_at: due,
            writer_deadline_at: deadline,
            updated_at: after.updated_at,
            ..before.clone()
        };
        assert_eq!(after, expected, "{word}");
        assert_eq!(steps(&app, before.id).await, [(OrderStatus::Disputed, to, "resolve_dispute".to_owned())]);
        let meta = json!({ "dispute_id": raised.id, "resolution_outcome": kept, "reason": "decided" });
        assert_eq!(transitions(&app, before.id).await[0].meta, meta);
        let of_order = recorded(&app, before.id).await;
        assert_eq!(
            (of_order.len(), &of_order[0].1["status"], &of_order[0].2["status"]),
            (1, &json!("disputed"), &json!(to))
        );
        assert_eq!(of_order[0].2.get("client_deadline_at"), extends.then(|| json!(LATER)).as_ref());

        let entries = logged(&app, raised.id).await;
        let [entry] = &entries[..] else { panic!("{} entries", entries.len()) };
        assert_eq!(
            (&entry.action, entry.action_type.as_str()),
            (&format!("Resolved dispute {}: {kept}", raised.id), "status")
        );
        assert_eq!((entry.website_id, entry.actor_id), (Some(scene.site), Some(boss.id)));
        let mut was = json!({ "status": "open", "resolution_outcome": null, "resolution_notes": null, "resolved_at": null, "resolved_by_id": null });
        let mut is = json!({ "status": "resolved", "resolution_outcome": kept, "resolution_notes": "decided", "resolved_at": now(), "resolved_by_id": boss.id });
        if extends {
            (was["extended_deadline_at"], is["extended_deadline_at"]) = (json!(null), json!(LATER));
        }
        assert_eq!((&entry.before, &entry.after), (&Some(was), &Some(is)));
        let each = |event: &str| [scene.client, scene.writer].map(|person| (person, event.to_owned()));
        let expected = [each("dispute.resolved"), each("order.status_changed")].concat();
        assert_eq!(told(&app, &mut seen).await, expected, "{word}");
    }
}

#[tokio::test]
async fn an_order_that_is_elsewhere_or_gone_stays() {
    let app = TestApp::start().await;
    let scene = Scene::new(&app).await;
    let admin = app.admin(scene.site).await;
    let mut seen = 0;
    let (before, raised) = scene.dispute(&app, OrderStatus::Submitted).await;
    let eve = app.user_id(Role::Client, Some(scene.site)).await;
    let other = app
        .dispute(&before)
        .set(|d| (d.raised_by_id, d.status) = (Set(Some(eve)), Set(DisputeStatus::Escalated)));
    let other = other.insert().await;
    let mut body = outcome("extend_deadline");
    body["extended_deadline"] = json!(LATER);
    resolve(&admin, raised.id, body).await.assert_status(200);
    assert_eq!(order(&app, before.id).await, before);
    assert_eq!(the_dispute(&app, raised.id).await.extended_deadline_at, Some(LATER.parse().unwrap()));
    let event = || "dispute.resolved".to_owned();
    assert_eq!(told(&app, &mut seen).await, [(scene.client, event()), (scene.writer, event())]);
    resolve(&admin, other.id, outcome("dismissed")).await.assert_status(200);
    let all = [(scene.client, event()), (scene.writer, event()), (eve, event())];
    assert_eq!(told(&app, &mut seen).await, all);

    let (before, raised) = scene.dispute(&app, OrderStatus::Disputed).await;
    let gone =
        order::ActiveModel { id: Set(before.id), deleted_at: Set(Some(ago(1, 0))), ..Default::default() };
    order::Entity::update(gone).exec(app.db()).await.unwrap();
    resolve(&admin, raised.id, outcome("client_wins")).await.assert_status(200);
    assert_eq!(
        (order(&app, before.id).await.status, steps(&app, before.id).await),
        (OrderStatus::Disputed, vec![])
    );
}

#[tokio::test]
async fn the_screens_it_changes_are_fresh_and_a_repeated_request_is_done_once() {
    let app = TestApp::start().await;
    let scene = Scene::new(&app).await;
    let other = app.website("beta").await;
    let (moved, raised) = scene.dispute(&app, OrderStatus::Disputed).await;
    let (admin, neighbour) = (app.admin(scene.site).await, app.admin(other).await);
    app.sweep().await;
    let reviews = "/admin-management/reviews/analytics/";
    for path in [DASHBOARD, ANALYTICS, ORDERS, reviews] {
        admin.get(path).await.assert_status(200);
        neighbour.get(path).await.assert_status(200);
    }
    let once = admin.clone().header("idempotency-key", "k");
    let first = resolve(&once, raised.id, outcome("client_wins")).await;
    first.assert_status(200);
    let [board, figures, orders] =
        [admin.get(DASHBOARD).await, admin.get(ANALYTICS).await, admin.get(ORDERS).await];
    assert_eq!([&board, &figures, &orders].map(Reply::statements), [4, 2, 2]);
    let summary = &board.json()["summary"];
    assert_eq!(
        (&summary["pending_disputes"], &board.json()["status_breakdown"]),
        (&json!(0), &json!({ "resolved": 1 }))
    );
    assert_eq!(figures.json()["outcome_breakdown"], json!({ "client_wins": 1 }));
    let summary = &orders.json()["summary"];
    assert_eq!((&summary["disputed_orders"], &summary["cancelled_orders"]), (&json!(0), &json!(1)));
    assert_eq!(admin.get(reviews).await.statements(), 0, "it has nothing to do with reviews");
    for path in [ANALYTICS, ORDERS, reviews] {
        assert!(neighbour.get(path).await.header("cache-status").contains("; hit"), "{path}");
    }
    let again = resolve(&once, raised.id, outcome("client_wins")).await;
    assert_eq!((again.json(), again.header("idempotent-replayed")), (first.json(), "true"));
    assert_eq!(steps(&app, moved.id).await.len(), 1);
}
