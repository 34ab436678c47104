//! `GET admin-management/refunds/pending` and `history`

use sea_orm::Set;
use serde_json::json;
use tally_entity::{RefundStatus, Role};
use tally_testkit::{Reply, TestApp, ago};

use super::{ids, of, some_payment, still};

const PENDING: &str = "/admin-management/refunds/pending/";
const HISTORY: &str = "/admin-management/refunds/history/";

fn listed(reply: &Reply) -> Vec<i64> {
    reply.assert_status(200);
    assert_eq!(reply.statements(), 1);
    ids(&reply.json()["refunds"])
}

#[tokio::test]
async fn what_waits_and_what_was_are_listed_newest_first() {
    let app = TestApp::start().await;
    let (site, other) = (app.website("alpha").await, app.website("beta").await);
    let payment = some_payment(&app, site).await;
    let new = async |days, status| {
        let row = app.refund(&payment).set(of(1, 0)).set(|r| r.created_at = Set(ago(days, 0)));
        let row = if status == RefundStatus::Processed { row } else { row.set(still(status)) };
        row.insert().await.id.0
    };
    let old = new(9, RefundStatus::Pending).await;
    let waiting = new(2, RefundStatus::Pending).await;
    let same = new(2, RefundStatus::Pending).await;
    let made = new(1, RefundStatus::Processed).await;
    let refused = new(5, RefundStatus::Rejected).await;
    let elsewhere = some_payment(&app, other).await;
    let foreign = app.refund(&elsewhere).set(of(1, 0)).set(still(RefundStatus::Pending)).insert().await.id.0;
    let support = app.role(Role::Support, Some(site)).await;

    let reply = support.get(PENDING).await;
    assert_eq!((listed(&reply), &reply.json()["count"]), (vec![same, waiting, old], &json!(3)));
    let row = support.get(&format!("/refunds/refunds/{same}/")).await;
    assert_eq!((&reply.json()["refunds"][0], row.statements()), (row.json(), 1));
    let one = support.get(&format!("{PENDING}?limit=0")).await;
    assert_eq!((listed(&one), &one.json()["count"]), (vec![same], &json!(3)));
    for (query, expected) in [
        ("", vec![made, same, waiting, refused, old]),
        ("?status=pending", vec![same, waiting, old]),
        ("?status=rejected,processed", vec![made, refused]),
        ("?status=lost", vec![]),
        ("?date_from=2026-04-13", vec![made, same, waiting]),
        ("?date_to=2026-04-12", vec![refused, old]),
        ("?date_from=2026-04-10&date_to=2026-04-13T12:00:00Z&status=rejected", vec![refused]),
        ("?date_from=2026-04-13T12:00:00.000001Z", vec![made]),
        ("?limit=2", vec![made, same]),
    ] {
        let reply = support.get(&format!("{HISTORY}{query}")).await;
        assert_eq!(listed(&reply), expected, "{query}");
        assert_eq!(reply.json()["count"], expected.len(), "{query}");
    }
    for name in ["pending", "history"] {
        let alias = support.get(&format!("/admin-management/refunds/dashboard/{name}/?limit=1")).await;
        let path = format!("/admin-management/refunds/{name}/?limit=1");
        assert_eq!(alias.json(), support.get(&path).await.json());
        support.get(&format!("{path}&website_id={other}")).await.assert_problem(404, "not-found");
        app.role(Role::Editor, Some(site)).await.get(&path).await.assert_problem(403, "forbidden");
    }
    let root = app.superadmin().await;
    assert_eq!(root.get(PENDING).await.json()["count"], 4);
    for path in [PENDING, HISTORY] {
        assert_eq!(listed(&root.get(&format!("{path}?website_id={other}")).await), [foreign]);
    }
    let wrong = support.get(&format!("{HISTORY}?date_from=x")).await;
    assert_eq!((wrong.status.as_u16(), &wrong.json()["errors"][0]["pointer"]), (422, &json!("?date_from")));
    let none = app.admin(app.website("gamma").await).await.get(PENDING).await;
    assert_eq!(none.json(), &json!({ "refunds": [], "count": 0 }));
}
