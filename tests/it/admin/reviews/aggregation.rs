//! `GET reviews/aggregation/stats` and `GET reviews/aggregation/queue`

use sea_orm::Set;
use serde_json::json;
use tally_entity::{ReviewKind, Role};
use tally_testkit::{Reply, TestApp, ago};

use super::{Marks, STATS, ids, pointer, review, with};

const QUEUE: &str = "/reviews/aggregation/queue/";

fn listed(reply: &Reply) -> Vec<i64> {
    reply.assert_status(200);
    assert_eq!(reply.statements(), 1);
    ids(reply.json())
}

#[tokio::test]
async fn totals_are_of_the_kinds_that_are_wanted() {
    let app = TestApp::start().await;
    let (site, other) = (app.website("alpha").await, app.website("beta").await);
    let new = async |site, kind, tenths, marks: Marks| review(&app, site, kind, tenths, with(marks)).await;
    new(site, ReviewKind::Writer, 45, (true, false, false, None)).await;
    new(site, ReviewKind::Writer, 40, (true, true, true, Some("odd".to_owned()))).await;
    new(site, ReviewKind::Writer, 41, (true, false, false, None)).await;
    new(site, ReviewKind::Writer, 10, (false, true, true, Some("odd".to_owned()))).await;
    new(site, ReviewKind::Writer, 10, (false, false, true, Some("odd".to_owned()))).await;
    new(site, ReviewKind::Website, 30, (false, false, false, None)).await;
    new(other, ReviewKind::Writer, 10, (true, false, false, None)).await;
    let admin = app.admin(site).await;
    let reply = admin.get(STATS).await;
    reply.assert_status(200);
    assert_eq!(reply.statements(), 1);
    let writer =
        json!({ "total": 5, "approved": 3, "pending": 1, "flagged": 3, "shadowed": 2, "avg_rating": 4.2 });
    let website =
        json!({ "total": 1, "approved": 0, "pending": 1, "flagged": 0, "shadowed": 0, "avg_rating": null });
    let order =
        json!({ "total": 0, "approved": 0, "pending": 0, "flagged": 0, "shadowed": 0, "avg_rating": null });
    let all = json!({ "website": website, "writer": writer, "order": order });
    assert_eq!(reply.json(), &all);
    let same = admin.get(&format!("{STATS}?type=all")).await;
    assert_eq!((same.statements(), same.json()), (0, &all));
    for kind in ["website", "writer", "order"] {
        let one = admin.get(&format!("{STATS}?type={kind}")).await;
        assert_eq!((one.statements(), one.json()), (1, &json!({ kind: all[kind] })));
    }
    assert_eq!(app.superadmin().await.get(STATS).await.json()["writer"]["total"], 6);
    assert_eq!(pointer(&admin.get(&format!("{STATS}?type=job")).await), "?type");
    for path in [STATS, QUEUE] {
        app.role(Role::Support, Some(site)).await.get(path).await.assert_problem(403, "forbidden");
    }
}

#[tokio::test]
async fn the_queue_is_an_array_of_lines() {
    let app = TestApp::start().await;
    let (site, other) = (app.website("alpha").await, app.website("beta").await);
    let ann = app.user(Role::Client, Some(site)).set(|u| {
        (u.first_name, u.last_name) = (Set("Ann".to_owned()), Set("Lee".to_owned()));
    });
    let ann = ann.insert().await.id;
    let new = async |site, kind, days, marks: Marks| {
        let row = review(&app, site, kind, 45, |r| {
            with(marks)(r);
            (r.submitted_at, r.comment) = (Set(ago(days, 0)), Set("ä".repeat(101)));
        });
        row.await.id.0
    };
    let long = review(&app, site, ReviewKind::Order, 45, |r| {
        with((false, false, true, Some("odd".to_owned())))(r);
        (r.reviewer_id, r.submitted_at) = (Set(ann), Set(ago(1, 0)));
        r.comment = Set("x".repeat(101));
    });
    let long = long.await.id.0;
    let approved = new(site, ReviewKind::Writer, 2, (true, true, true, Some("odd".to_owned()))).await;
    let hidden = new(site, ReviewKind::Writer, 3, (false, true, true, Some("odd".to_owned()))).await;
    let fresh = new(site, ReviewKind::Website, 1, (false, false, false, None)).await;
    let foreign = new(other, ReviewKind::Writer, 1, (false, false, false, None)).await;
    let admin = app.admin(site).await;
    for (query, expected) in [
        ("", vec![fresh, long]),
        ("?status=pending", vec![fresh, long]),
        ("?status=flagged", vec![long, approved, hidden]),
        ("?status=shadowed", vec![approved, hidden]),
        ("?status=approved", vec![approved]),
        ("?status=odd", vec![]),
        ("?type=order", vec![long]),
        ("?status=flagged&type=writer&limit=1", vec![approved]),
        ("?type=all&limit=1", vec![fresh]),
    ] {
        assert_eq!(listed(&admin.get(&format!("{QUEUE}{query}")).await), expected, "{query}");
    }
    let lines = admin.get(&format!("{QUEUE}?status=flagged")).await;
    let line = json!({ "type": "order", "id": long, "reviewer": "Ann Lee", "rating": 4.5, "comment": "x".repeat(100),
        "status": "flagged", "submitted_at": "2026-04-14T12:00:00Z" });
    assert_eq!(lines.json()[0], line);
    let first_that_holds: Vec<_> =
        lines.json().as_array().unwrap().iter().map(|line| &line["status"]).collect();
    assert_eq!(first_that_holds, ["flagged", "approved", "shadowed"]);
    let waiting = admin.get(QUEUE).await;
    let first = &waiting.json()[0];
    assert_eq!((&first["status"], &first["comment"]), (&json!("pending"), &json!("ä".repeat(100))));
    assert_eq!(listed(&app.superadmin().await.get(&format!("{QUEUE}?website_id={other}")).await), [foreign]);
    assert_eq!(pointer(&admin.get(&format!("{QUEUE}?type=job")).await), "?type");
}
