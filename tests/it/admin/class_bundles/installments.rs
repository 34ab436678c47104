//! `GET class-management/class-installments`

use chrono::{Days, NaiveDate};
use sea_orm::Set;
use serde_json::json;
use tally_entity::{ClassBundleId, ClassBundleStatus, Role, WebsiteId};
use tally_testkit::{TestApp, ago, now};

use super::{Shop, jane};
use crate::admin::orders::{named, page_ids};

const LIST: &str = "/class-management/class-installments/";

fn due(days: u64) -> NaiveDate {
    now().date_naive() - Days::new(days)
}

async fn installment(
    app: &TestApp,
    site: WebsiteId,
    owner: ClassBundleId,
    due_on: Option<NaiveDate>,
    paid: bool,
) -> i64 {
    let row = app.installment(site).set(|i| {
        (i.class_bundle_id, i.due_on, i.amount_cents) = (Set(Some(owner)), Set(due_on), Set(1_050));
        i.paid_at = Set(paid.then(|| ago(1, 0)));
    });
    row.insert().await.id.0
}

#[tokio::test]
async fn installments_of_bundles_are_listed_by_the_day_they_are_due() {
    let app = TestApp::start().await;
    let (site, beta) = (app.website("alpha").await, Shop::open(&app, "beta").await);
    let (ann, jane) = (named(&app, Role::Client, site, "ann").await, jane(&app, site).await);
    let bob = app.user_id(Role::Client, Some(site)).await;
    let bundle = |client, status| {
        app.class_bundle(site, client).set(move |b| {
            (b.status, b.assigned_writer_id) = (Set(status), Set(Some(jane.id)));
        })
    };
    let of_ann = bundle(ann.id, ClassBundleStatus::NotStarted).insert().await.id;
    let of_bob = bundle(bob, ClassBundleStatus::Exhausted).insert().await.id;
    let undated = installment(&app, site, of_ann, None, false).await;
    let today = installment(&app, site, of_ann, Some(due(0)), false).await;
    let late = installment(&app, site, of_bob, Some(due(1)), false).await;
    let paid = installment(&app, site, of_ann, Some(due(9)), true).await;
    let twin = installment(&app, site, of_ann, Some(due(0)), false).await;
    let cancelled = app.installment(site).set(|i| {
        (i.class_bundle_id, i.cancelled_at) = (Set(Some(of_ann)), Set(Some(ago(1, 0))));
    });
    cancelled.insert().await;
    let order = app.order(site).insert().await;
    app.installment(site).set(|i| i.order_id = Set(Some(order.id))).insert().await;
    let foreign_bundle = beta.bundle(&app).insert().await.id;
    let foreign = installment(&app, beta.site, foreign_bundle, Some(due(30)), false).await;

    let support = app.role(Role::Support, Some(site)).await;
    for (query, expected) in [
        (String::new(), vec![paid, late, today, twin, undated]),
        ("?is_paid=true".to_owned(), vec![paid]),
        ("?is_paid=0".to_owned(), vec![late, today, twin, undated]),
        (format!("?bundle={of_bob}"), vec![late]),
        (format!("?bundle={foreign_bundle}"), vec![]),
        (format!("?bundle={of_ann}&page_size=2&page=2"), vec![twin, undated]),
    ] {
        assert_eq!(page_ids(&support.get(&format!("{LIST}{query}")).await), expected, "{query}");
    }
    let reply = support.get(LIST).await;
    let row = json!({ "id": late, "class_bundle": { "id": of_bob, "status": "exhausted" }, "amount": 10.5,
        "due_date": "2026-04-14", "is_paid": false, "paid_at": null, "paid_by": null, "payment_record": null,
        "payment_record_id": null, "installment_number": reply.json()["results"][1]["installment_number"],
        "created_at": "2026-04-05T12:00:00Z", "is_overdue": true });
    assert_eq!(reply.json()["results"][1], row);
    let overdue: Vec<_> =
        reply.json()["results"].as_array().unwrap().iter().map(|row| row["is_overdue"].clone()).collect();
    assert_eq!(overdue, [false, true, false, false, false]);
    assert_eq!((&reply.json()["count"], &reply.json()["page_size"]), (&json!(5), &json!(20)));

    let ann = app.sign_in(&ann).await;
    assert_eq!(page_ids(&ann.get(LIST).await), [paid, today, twin, undated]);
    assert_eq!(page_ids(&ann.get(&format!("{LIST}?bundle={of_bob}")).await), Vec::<i64>::new());
    assert_eq!(page_ids(&app.sign_in(&jane).await.get(LIST).await), Vec::<i64>::new());
    let all = page_ids(&app.superadmin().await.get(LIST).await);
    assert_eq!(all, [foreign, paid, late, today, twin, undated]);
    support.get(&format!("{LIST}?website={}", beta.site)).await.assert_problem(404, "not-found");
    for (query, name) in [("?bundle=x", "?bundle"), ("?is_paid=maybe", "?is_paid")] {
        let reply = support.get(&format!("{LIST}{query}")).await;
        reply.assert_problem(422, "invalid");
        assert_eq!(reply.json()["errors"][0]["pointer"], name);
    }
}
