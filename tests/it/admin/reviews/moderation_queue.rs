//! `GET admin-management/reviews/moderation-queue`

use sea_orm::Set;
use serde_json::json;
use tally_entity::{ReviewKind, Role};
use tally_testkit::{Reply, TestApp, ago};

use super::{Marks, ids, pointer, review, with};

const QUEUE: &str = "/admin-management/reviews/moderation-queue/";

fn queued(reply: &Reply) -> Vec<i64> {
    reply.assert_status(200);
    assert_eq!(reply.statements(), 2);
    ids(&reply.json()["reviews"])
}

#[tokio::test]
async fn what_waits_is_listed_newest_first_and_counted_by_kind() {
    let app = TestApp::start().await;
    let (site, other) = (app.website("alpha").await, app.website("beta").await);
    let new = async |site, kind, days, marks: Marks| {
        let row = review(&app, site, kind, 45, |r| {
            with(marks)(r);
            r.submitted_at = Set(ago(days, 0));
        });
        row.await.id.0
    };
    let why = || Some("odd".to_owned());
    let fresh = new(site, ReviewKind::Website, 3, (false, false, false, None)).await;
    let doubted = new(site, ReviewKind::Writer, 1, (true, false, true, why())).await;
    let hidden = new(site, ReviewKind::Writer, 2, (true, true, false, None)).await;
    let rejected = new(site, ReviewKind::Order, 4, (false, true, true, why())).await;
    let same = new(site, ReviewKind::Order, 3, (false, false, false, None)).await;
    new(site, ReviewKind::Order, 1, (true, false, false, why())).await;
    let foreign = new(other, ReviewKind::Order, 1, (false, false, false, None)).await;
    let support = app.role(Role::Support, Some(site)).await;

    let counts = |website, writer, order| json!({ "website": website, "writer": writer, "order": order });
    for (query, expected, by_type) in [
        ("", vec![doubted, hidden, same, fresh, rejected], counts(1, 2, 2)),
        ("?limit=2", vec![doubted, hidden], counts(1, 2, 2)),
        ("?limit=0", vec![doubted], counts(1, 2, 2)),
        ("?type=writer", vec![doubted, hidden], counts(0, 2, 0)),
        ("?type=writer&limit=1", vec![doubted], counts(0, 2, 0)),
        ("?status=pending", vec![same, fresh], counts(1, 0, 1)),
        ("?status=flagged", vec![doubted, rejected], counts(0, 1, 1)),
        ("?status=shadowed", vec![hidden, rejected], counts(0, 1, 1)),
        ("?status=shadowed&type=order", vec![rejected], counts(0, 0, 1)),
        ("?status=approved", vec![], counts(0, 0, 0)),
    ] {
        let reply = support.get(&format!("{QUEUE}{query}")).await;
        assert_eq!(queued(&reply), expected, "{query}");
        let total: i64 = by_type.as_object().unwrap().values().map(|count| count.as_i64().unwrap()).sum();
        assert_eq!(
            (&reply.json()["counts_by_type"], &reply.json()["count"]),
            (&by_type, &json!(total)),
            "{query}"
        );
    }
    let whole = support.get(QUEUE).await;
    let data = support.get(&format!("/reviews/writer-reviews/{doubted}/")).await;
    assert_eq!(whole.json()["reviews"][0], json!({ "type": "writer", "id": doubted, "data": data.json() }));
    let alias = support.get("/admin-management/reviews/dashboard/moderation-queue/?type=order").await;
    assert_eq!(queued(&alias), [same, rejected]);

    let root = app.superadmin().await;
    assert_eq!(queued(&root.get(&format!("{QUEUE}?type=order")).await), [foreign, same, rejected]);
    assert_eq!(queued(&root.get(&format!("{QUEUE}?website_id={other}")).await), [foreign]);
    support.get(&format!("{QUEUE}?website_id={other}")).await.assert_problem(404, "not-found");
    assert_eq!(pointer(&support.get(&format!("{QUEUE}?type=job")).await), "?type");
    app.role(Role::Editor, Some(site)).await.get(QUEUE).await.assert_problem(403, "forbidden");
}
