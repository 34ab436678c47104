//! `GET client-management/dashboard/analytics`

use sea_orm::Set;
use serde_json::json;
use tally_entity::{OrderStatus, PaymentStatus, WebsiteId, WorkTypeId, work_type};
use tally_testkit::{TestApp, ago, now};

use super::{client, order};

const ANALYTICS: &str = "/client-management/dashboard/analytics/";

async fn kind(app: &TestApp, site: WebsiteId, name: &str) -> WorkTypeId {
    let row =
        work_type::ActiveModel { website_id: Set(site), name: Set(name.to_owned()), ..Default::default() };
    app.insert(row).await.id
}

async fn pay(app: &TestApp, order: &order::Model, cents: i64) {
    let payment = app.payment(order);
    payment.set(|p| (p.amount_cents, p.status) = (Set(cents), Set(PaymentStatus::Completed))).insert().await;
}

#[tokio::test]
async fn orders_stand_by_day_and_by_kind_and_each_of_them_once() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let (ann, bob) = (client(&app, site, "ann").await, client(&app, site, "bob").await);
    let (essay, thesis) = (kind(&app, site, "Essay").await, kind(&app, site, "Thesis").await);
    let done = |days: i64, hours: i64| {
        move |o: &mut order::ActiveModel| {
            let end = ago(days, 0) + chrono::Duration::hours(hours);
            (o.status, o.completed_at) = (Set(OrderStatus::Completed), Set(Some(end)));
            o.created_at = Set(ago(days, 0));
        }
    };
    let first = order(&app, site, ann.id, |o| {
        done(10, 36)(o);
        o.work_type_id = Set(Some(essay));
    })
    .await;
    pay(&app, &first, 3_000).await;
    pay(&app, &first, 2_000).await;
    order(&app, site, ann.id, |o| {
        (o.status, o.work_type_id) = (Set(OrderStatus::RevisionRequested), Set(Some(essay)));
    })
    .await;
    let third = order(&app, site, ann.id, done(5, 12)).await;
    pay(&app, &third, 1_000).await;
    order(&app, site, ann.id, |o| (o.work_type_id, o.created_at) = (Set(Some(thesis)), Set(ago(5, 0)))).await;
    order(&app, site, ann.id, |o| o.created_at = Set(ago(30, 1))).await;
    order(&app, site, ann.id, |o| o.created_at = Set(now())).await;
    order(&app, site, ann.id, |o| o.deleted_at = Set(Some(now()))).await;
    order(&app, site, bob.id, |_| ()).await;
    app.sweep().await;

    let caller = app.sign_in(&ann).await;
    let reply = caller.get(ANALYTICS).await;
    assert_eq!(reply.statements(), 1);
    let expected = json!({
        "order_trends": [
            { "date": "2026-04-05", "count": 2, "spend": 50 },
            { "date": "2026-04-10", "count": 2, "spend": 10 },
        ],
        "spending_trends": [
            { "date": "2026-04-05", "total": 50, "order_count": 1 },
            { "date": "2026-04-10", "total": 10, "order_count": 1 },
        ],
        "service_breakdown": [
            { "service_type": "Essay", "count": 2, "total_spend": 50 },
            { "service_type": "Thesis", "count": 1, "total_spend": 0 },
            { "service_type": "Unknown", "count": 1, "total_spend": 10 },
        ],
        // 36 and 12 hours; one of four.
        "avg_completion_days": 1, "revision_rate": 25,
    });
    assert_eq!(reply.json(), &expected);
    assert_eq!(caller.get(ANALYTICS).await.statements(), 0);

    order(&app, site, bob.id, |_| ()).await;
    app.sweep().await;
    assert_eq!(caller.get(ANALYTICS).await.statements(), 0);
    order(&app, site, ann.id, |_| ()).await;
    app.sweep().await;
    assert_eq!(caller.get(ANALYTICS).await.json()["revision_rate"], 20);
    let nothing = app.sign_in(&client(&app, site, "eve").await).await.get(ANALYTICS).await;
    assert_eq!(nothing.json()["revision_rate"], 0);
    assert!(nothing.json()["avg_completion_days"].is_null());
}
