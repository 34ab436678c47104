//! `GET admin-management/disputes/pending`

use sea_orm::Set;
use serde_json::json;
use tally_entity::{DisputeReason, DisputeStatus, Role};
use tally_testkit::{Reply, TestApp, ago};

use super::{PENDING, raised};

fn ids(reply: &Reply) -> Vec<i64> {
    reply.assert_status(200);
    assert_eq!(reply.statements(), 1);
    reply.json()["disputes"].as_array().unwrap().iter().map(|row| row["id"].as_i64().unwrap()).collect()
}

#[tokio::test]
async fn open_disputes_are_listed_newest_first() {
    let app = TestApp::start().await;
    let (site, other) = (app.website("alpha").await, app.website("beta").await);
    let ann = app.user(Role::Client, Some(site)).insert().await;
    let jane = app.user_id(Role::Writer, Some(site)).await;
    let order = app.order(site).set(|o| {
        o.topic = Set("Tides".to_owned());
        (o.client_id, o.assigned_writer_id) = (Set(Some(ann.id)), Set(Some(jane)));
    });
    let order = order.insert().await;
    let old = app.dispute(&order).set(raised(ago(9, 0))).insert().await.id.0;
    let row = app.dispute(&order).set(raised(ago(1, 0))).set(|d| {
        (d.raised_by_id, d.reason_code) = (Set(Some(ann.id)), Set(DisputeReason::Late));
        (d.reason, d.writer_responded_at) = (Set("too late".to_owned()), Set(Some(ago(0, 1))));
    });
    let new = row.insert().await;
    let same = app.dispute(&order).set(raised(ago(1, 0))).insert().await.id.0;
    for status in DisputeStatus::ALL.iter().filter(|status| **status != DisputeStatus::Open) {
        let resolved_at = (*status == DisputeStatus::Resolved).then(|| ago(0, 1));
        app.dispute(&order)
            .set(|d| (d.status, d.resolved_at) = (Set(*status), Set(resolved_at)))
            .insert()
            .await;
    }
    let elsewhere = app.order(other).insert().await;
    let foreign = app.dispute(&elsewhere).insert().await.id.0;

    let support = app.role(Role::Support, Some(site)).await;
    let reply = support.get(PENDING).await;
    assert_eq!((ids(&reply), &reply.json()["count"]), (vec![same, new.id.0, old], &json!(3)));
    let client = json!({ "id": ann.id, "username": ann.username, "email": ann.email, "full_name": ann.username, "role": "client" });
    let expected = json!({
        "id": new.id, "order": { "id": order.id, "topic": "Tides" }, "order_id": order.id, "order_topic": "Tides", "job_id": null,
        "raised_by": client, "raised_by_username": ann.username, "dispute_status": "open", "status": "open",
        "reason": "too late", "dispute_reason": "too late", "reason_code": "late", "writer_responded": true,
        "resolution_outcome": null, "resolution_notes": null, "resolved_by": null, "resolved_at": null,
        "admin_extended_deadline": null, "client_id": ann.id, "writer_id": jane,
        "website": { "id": site, "name": "alpha", "domain": "alpha.example" },
        "created_at": "2026-04-14T12:00:00Z", "updated_at": new.updated_at,
    });
    assert_eq!(reply.json()["disputes"][1], expected);
    assert_eq!(reply.json()["disputes"][0]["raised_by"], json!(null));
    let one = support.get(&format!("{PENDING}?limit=0")).await;
    assert_eq!((ids(&one), &one.json()["count"]), (vec![same], &json!(3)));
    let alias = support.get("/admin-management/disputes/dashboard/pending/").await;
    assert_eq!(alias.json(), reply.json());
    let root = app.superadmin().await;
    assert_eq!(ids(&root.get(&format!("{PENDING}?website_id={other}")).await), [foreign]);
    assert_eq!(root.get(PENDING).await.json()["count"], 4);
    support.get(&format!("{PENDING}?website_id={other}")).await.assert_problem(404, "not-found");
    app.role(Role::Editor, Some(site)).await.get(PENDING).await.assert_problem(403, "forbidden");
    let none = app.admin(app.website("gamma").await).await.get(PENDING).await;
    assert_eq!(none.json(), &json!({ "disputes": [], "count": 0 }));
}
