//! `GET admin-management/class-bundles/deposit-pending`

use sea_orm::Set;
use serde_json::json;
use tally_entity::{
    ClassBundleStatus::{Completed, Exhausted, InProgress, NotStarted},
    Role,
};
use tally_testkit::{TestApp, ago};

use super::{Shop, TICK};
use crate::admin::orders::ids;

const PATH: &str = "/admin-management/class-bundles/deposit-pending/";

#[tokio::test]
async fn less_than_the_deposit_is_paid_of_what_is_not_used_up() {
    let app = TestApp::start().await;
    let (alpha, beta) = (Shop::open(&app, "alpha").await, Shop::open(&app, "beta").await);
    let owing = |shop: &Shop, status, (required, paid): (i64, i64), created_at| {
        shop.bundle(&app).set(move |b| {
            (b.status, b.created_at, b.total_price_cents) = (Set(status), Set(created_at), Set(10_000));
            b.deposit_required_cents = Set(required);
            (b.deposit_paid_cents, b.paid_cents) = (Set(paid), Set(paid));
        })
    };
    let older = owing(&alpha, InProgress, (5_000, 4_999), ago(3, 0) - TICK).insert().await.id.0;
    let newer = owing(&alpha, NotStarted, (1, 0), ago(3, 0)).insert().await.id.0;
    let twin = owing(&alpha, NotStarted, (1, 0), ago(3, 0)).insert().await.id.0;
    owing(&alpha, InProgress, (5_000, 5_000), ago(1, 0)).insert().await;
    owing(&alpha, InProgress, (0, 0), ago(1, 0)).insert().await;
    owing(&alpha, Completed, (5_000, 0), ago(1, 0)).insert().await;
    owing(&alpha, Exhausted, (5_000, 0), ago(1, 0)).insert().await;
    let foreign = owing(&beta, InProgress, (5_000, 0), ago(1, 0)).insert().await.id.0;
    let admin = app.admin(alpha.site).await;

    for (query, expected) in [
        ("", vec![twin, newer, older]),
        ("?limit=2", vec![twin, newer]),
        ("?limit=0", vec![twin]),
        ("?limit=9999", vec![twin, newer, older]),
    ] {
        let reply = admin.get(&format!("{PATH}{query}")).await;
        reply.assert_status(200);
        assert_eq!(reply.statements(), 1);
        assert_eq!(ids(&reply.json()["bundles"]), expected, "{query}");
        assert_eq!(reply.json()["count"], expected.len(), "{query}");
        assert_eq!(reply.json()["total_pending_deposits"], 3, "{query}");
    }
    let reply = admin.get(PATH).await;
    let row = &reply.json()["bundles"][2];
    assert_eq!((&row["deposit_required"], &row["deposit_paid"]), (&json!(50), &json!(49.99)));
    assert_eq!((&row["has_deposit_paid"], &row["balance_remaining"]), (&json!(false), &json!(50.01)));

    let all = app.superadmin().await.get(PATH).await;
    assert_eq!(ids(&all.json()["bundles"]), [foreign, twin, newer, older]);
    let none = app.admin(app.website("empty").await).await.get(PATH).await;
    assert_eq!(none.json(), &json!({ "bundles": [], "count": 0, "total_pending_deposits": 0 }));
    let foreign_site = admin.get(&format!("{PATH}?website_id={}", beta.site)).await;
    foreign_site.assert_problem(404, "not-found");
    let reply = admin.get(&format!("{PATH}?limit=all")).await;
    reply.assert_problem(422, "invalid");
    assert_eq!(reply.json()["errors"][0]["pointer"], "?limit");
    app.role(Role::Support, Some(alpha.site)).await.get(PATH).await.assert_problem(403, "forbidden");
}
