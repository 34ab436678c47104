//! `GET admin-management/class-bundles/dashboard`

use chrono::NaiveDate;
use sea_orm::Set;
use serde_json::{Value, json};
use tally_entity::{
    ClassBundleStatus::{Completed, Exhausted, InProgress, NotStarted},
    ClassLevel::{Grad, Undergrad},
    Role, class_bundle,
};
use tally_testkit::{TestApp, ago, now};

use super::{Shop, TICK};

const PATH: &str = "/admin-management/class-bundles/dashboard/";

fn deposit(required: i64, paid: i64) -> impl FnOnce(&mut class_bundle::ActiveModel) {
    move |b| {
        b.deposit_required_cents = Set(required);
        (b.deposit_paid_cents, b.paid_cents) = (Set(paid), Set(paid));
    }
}

/// Bundles of every status, and installments of each.
async fn fill(app: &TestApp, shop: &Shop) {
    let bundle = |status, level, cents, created_at| {
        shop.bundle(app).set(move |b| {
            (b.status, b.level, b.total_price_cents) = (Set(status), Set(level), Set(cents));
            b.created_at = Set(created_at);
        })
    };
    let with_installments = |b: &mut class_bundle::ActiveModel| b.installments_enabled = Set(true);
    let first_instant = ago(30, 0);
    let done = bundle(Completed, Undergrad, 1_000, first_instant).set(with_installments).insert().await.id;
    bundle(Completed, Grad, 3_000, first_instant - TICK).set(deposit(9, 0)).insert().await;
    let begun = bundle(InProgress, Undergrad, 500, now() - TICK).set(deposit(200, 199)).insert().await.id;
    let idle = bundle(NotStarted, Grad, 77, ago(40, 0)).set(deposit(100, 0)).set(with_installments);
    let idle = idle.insert().await.id;
    let used_up = bundle(Exhausted, Undergrad, 0, ago(9, 0)).set(deposit(100, 0)).insert().await.id;
    bundle(InProgress, Undergrad, 400, now()).set(deposit(100, 100)).insert().await;

    let late: NaiveDate = now().date_naive().pred_opt().unwrap();
    let installment = |owner| app.installment(shop.site).set(move |i| i.class_bundle_id = Set(Some(owner)));
    for owner in [done, begun, idle, used_up] {
        installment(owner).set(|i| i.due_on = Set(Some(late))).insert().await;
    }
    installment(begun).insert().await;
    installment(begun).set(|i| i.paid_at = Set(Some(ago(1, 0)))).insert().await;
    installment(begun).set(|i| i.cancelled_at = Set(Some(ago(1, 0)))).insert().await;
}

#[tokio::test]
async fn bundles_are_counted_by_status_and_level() {
    let app = TestApp::start().await;
    let (alpha, beta) = (Shop::open(&app, "alpha").await, Shop::open(&app, "beta").await);
    fill(&app, &alpha).await;
    let foreign = beta.bundle(&app).set(deposit(0, 0)).insert().await.id;
    app.installment(beta.site).set(|i| i.class_bundle_id = Set(Some(foreign))).insert().await;
    let order = app.order(alpha.site).insert().await;
    app.installment(alpha.site).set(|i| i.order_id = Set(Some(order.id))).insert().await;
    let admin = app.admin(alpha.site).await;
    app.sweep().await;

    let reply = admin.get(PATH).await;
    reply.assert_status(200);
    assert_eq!(reply.statements(), 2);
    let expected = json!({
        "summary": { "total_bundles": 6, "not_started": 1, "in_progress": 2, "active_bundles": 2, "exhausted": 1,
            "completed": 2, "with_installments": 2, "installment_bundles": 2, "recent_bundles": 3,
            "total_revenue": 40, "avg_bundle_value": 8.3, "pending_installments": 3, "pending_deposits": 2 },
        "status_breakdown": { "completed": 2, "exhausted": 1, "in_progress": 2, "not_started": 1 },
        "level_breakdown": { "grad": 2, "undergrad": 4 },
    });
    assert_eq!(reply.json(), &expected);

    let alias = admin.get("/admin-management/class-bundles/dashboard/dashboard/").await;
    assert_eq!((alias.statements(), alias.json()), (0, &expected));
    let superadmin = app.superadmin().await;
    let all = superadmin.get(PATH).await;
    assert_eq!(all.json()["summary"]["total_bundles"], 7);
    assert_eq!(all.json()["summary"]["pending_installments"], 4);
    let narrowed = superadmin.get(&format!("{PATH}?website_id={}", alpha.site)).await;
    assert_eq!((narrowed.statements(), narrowed.json()), (0, &expected), "the entry of the admin");
    admin.get(&format!("{PATH}?website_id={}", beta.site)).await.assert_problem(404, "not-found");
    for role in [Role::Support, Role::Editor, Role::Writer, Role::Client] {
        app.role(role, Some(alpha.site)).await.get(PATH).await.assert_problem(403, "forbidden");
    }
}

#[tokio::test]
async fn nothing_is_worth_nothing_until_something_is_sold() {
    let app = TestApp::start().await;
    let (alpha, beta) = (Shop::open(&app, "alpha").await, Shop::open(&app, "beta").await);
    let admin = app.admin(alpha.site).await;
    app.sweep().await;
    let figure = async |name: &str| {
        let reply = admin.get(PATH).await;
        (reply.statements(), reply.json()["summary"][name].clone())
    };
    let empty = admin.get(PATH).await;
    assert_eq!(empty.json()["summary"]["avg_bundle_value"], Value::Null);
    assert_eq!(empty.json()["summary"]["total_revenue"], 0);
    assert_eq!(
        (&empty.json()["status_breakdown"], &empty.json()["level_breakdown"]),
        (&json!({}), &json!({}))
    );

    // Another website's bundles and this one's orders are none of its business.
    let foreign = beta.bundle(&app).insert().await.id;
    app.installment(beta.site).set(|i| i.class_bundle_id = Set(Some(foreign))).insert().await;
    app.order(alpha.site).insert().await;
    app.sweep().await;
    assert_eq!(figure("total_bundles").await, (0, json!(0)));
    let bundle = alpha.bundle(&app).set(|b| b.status = Set(InProgress)).insert().await.id;
    app.sweep().await;
    assert_eq!(figure("total_bundles").await, (2, json!(1)));
    app.installment(alpha.site).set(|i| i.class_bundle_id = Set(Some(bundle))).insert().await;
    app.sweep().await;
    assert_eq!(figure("pending_installments").await, (2, json!(1)));
}
