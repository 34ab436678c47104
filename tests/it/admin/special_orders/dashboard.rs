//! `GET admin-management/special-orders/dashboard`

use sea_orm::{ActiveModelTrait as _, EntityTrait as _, IntoActiveModel as _, Set};
use serde_json::{Value, json};
use tally_entity::{
    Role, SpecialOrderPricing,
    SpecialOrderStatus::{AwaitingApproval, Completed, InProgress, Inquiry},
    special_order, user,
};
use tally_testkit::{TestApp, ago, now};

use super::{Shop, TICK};
use crate::admin::orders::ids;

const PATH: &str = "/admin-management/special-orders/dashboard/";

fn cost(cents: i64, deposit: i64) -> impl FnOnce(&mut special_order::ActiveModel) {
    move |s| (s.total_cost_cents, s.deposit_required_cents) = (Set(Some(cents)), Set(Some(deposit)))
}

fn made(created_at: chrono::DateTime<chrono::Utc>) -> impl FnOnce(&mut special_order::ActiveModel) {
    move |s| s.created_at = Set(created_at)
}

/// Special orders of every status, with and without a price, and installments of each.
async fn fill(app: &TestApp, shop: &Shop) {
    let offer = app.special_order_type(shop.site, "Exam").insert().await.id;
    let predefined = |s: &mut special_order::ActiveModel| {
        (s.order_type, s.special_order_type_id) = (Set(SpecialOrderPricing::Predefined), Set(Some(offer)));
    };
    let approved = |s: &mut special_order::ActiveModel| s.is_approved = Set(true);
    let first_instant = ago(30, 0);
    let asked = shop.at(app, Inquiry).set(made(first_instant)).insert().await.id;
    shop.at(app, Inquiry).set(approved).set(made(first_instant - TICK)).set(cost(100, 1)).insert().await;
    shop.at(app, AwaitingApproval).set(made(now() - TICK)).set(cost(201, 20)).insert().await;
    shop.at(app, AwaitingApproval).set(made(now())).set(predefined).insert().await;
    let waiting = shop.at(app, AwaitingApproval).set(approved).set(made(ago(50, 0))).insert().await.id;
    let begun = shop.at(app, InProgress).set(predefined).set(made(ago(50, 0))).set(cost(400, 300));
    let begun = begun.insert().await.id;
    let done = shop.at(app, Completed).set(made(ago(50, 0))).set(cost(1_000, 4_000)).insert().await.id;
    shop.at(app, Completed).set(made(ago(50, 0))).insert().await;

    let installment = |owner| app.installment(shop.site).set(move |i| i.special_order_id = Set(Some(owner)));
    for owner in [asked, waiting, begun, begun, done] {
        installment(owner).insert().await;
    }
    installment(begun).set(|i| i.paid_at = Set(Some(ago(1, 0)))).insert().await;
    installment(done).set(|i| i.cancelled_at = Set(Some(ago(1, 0)))).insert().await;
}

#[tokio::test]
async fn special_orders_are_counted_by_status_and_kind() {
    let app = TestApp::start().await;
    let (alpha, beta) = (Shop::open(&app, "alpha").await, Shop::open(&app, "beta").await);
    fill(&app, &alpha).await;
    let foreign = beta.at(&app, InProgress).set(cost(9_999, 9_999)).insert().await.id;
    app.installment(beta.site).set(|i| i.special_order_id = Set(Some(foreign))).insert().await;
    beta.at(&app, AwaitingApproval).insert().await;
    let admin = app.admin(alpha.site).await;
    app.sweep().await;

    let reply = admin.get(PATH).await;
    reply.assert_status(200);
    assert_eq!(reply.statements(), 3);
    let summary = json!({ "total_orders": 8, "inquiry_orders": 2, "awaiting_approval": 3, "in_progress": 1,
        "completed": 2, "needs_approval": 3, "needs_estimation": 2, "recent_orders": 2, "total_revenue": 10,
        "avg_order_value": 4.25, "pending_installments": 3, "orders_with_installments": 2,
        "pending_approvals": 2, "total_pending_deposits": 3.21 });
    assert_eq!(reply.json()["summary"], summary);
    let by_status = json!({ "awaiting_approval": 3, "completed": 2, "in_progress": 1, "inquiry": 2 });
    assert_eq!(reply.json()["status_breakdown"], by_status);
    assert_eq!(reply.json()["type_breakdown"], json!({ "estimated": 6, "predefined": 2 }));
    assert_eq!(ids(&reply.json()["pending_approvals_list"]), [4, 3]);

    let alias = admin.get("/admin-management/special-orders/dashboard/dashboard/").await;
    assert_eq!((alias.statements(), alias.json()), (0, reply.json()));
    let superadmin = app.superadmin().await;
    let all = superadmin.get(PATH).await;
    assert_eq!(all.json()["summary"]["total_orders"], 10);
    assert_eq!(all.json()["summary"]["orders_with_installments"], 3);
    let narrowed = superadmin.get(&format!("{PATH}?website={}", alpha.site)).await;
    assert_eq!((narrowed.statements(), narrowed.json()), (0, reply.json()), "the entry of the admin");
    admin.get(&format!("{PATH}?website_id={}", beta.site)).await.assert_problem(404, "not-found");
    for role in [Role::Support, Role::Editor, Role::Writer, Role::Client] {
        app.role(role, Some(alpha.site)).await.get(PATH).await.assert_problem(403, "forbidden");
    }
}

#[tokio::test]
async fn the_newest_twenty_that_wait_for_approval_are_listed_in_short() {
    let app = TestApp::start().await;
    let alpha = Shop::open(&app, "alpha").await;
    for days in 2..22 {
        alpha.at(&app, AwaitingApproval).set(made(ago(days, 0))).insert().await;
    }
    let long = "ä".repeat(201);
    let newest = alpha.at(&app, AwaitingApproval).set(cost(12_345, 50)).set(made(ago(1, 0)));
    let newest = newest.set(|s| s.inquiry_details = Set(long)).insert().await.id;
    let admin = app.admin(alpha.site).await;
    let reply = admin.get(PATH).await;
    assert_eq!(reply.json()["summary"]["pending_approvals"], 21);
    let listed = reply.json()["pending_approvals_list"].as_array().unwrap();
    assert_eq!(listed.len(), 20);
    let client = user::Entity::find_by_id(alpha.client).one(app.db()).await.unwrap().unwrap();
    let row = json!({ "id": newest, "client_id": client.id, "client_username": client.username,
        "order_type": "estimated", "total_cost": 123.45, "deposit_required": 0.5, "duration_days": 3,
        "inquiry_details": "ä".repeat(200), "created_at": "2026-04-14T12:00:00Z" });
    assert_eq!(listed[0], row);
    assert_eq!((&listed[1]["total_cost"], &listed[1]["deposit_required"]), (&Value::Null, &Value::Null));

    app.sweep().await;
    admin.get(PATH).await.assert_status(200);
    let mut renamed = client.into_active_model();
    renamed.username = Set("renamed".to_owned());
    renamed.update(app.db()).await.unwrap();
    app.sweep().await;
    let fresh = admin.get(PATH).await;
    assert_eq!(fresh.json()["pending_approvals_list"][0]["client_username"], "renamed");
}

#[tokio::test]
async fn what_is_read_ends_the_answer_and_nothing_else_does() {
    let app = TestApp::start().await;
    let (alpha, beta) = (Shop::open(&app, "alpha").await, Shop::open(&app, "beta").await);
    let admin = app.admin(alpha.site).await;
    app.sweep().await;
    let empty = admin.get(PATH).await;
    assert_eq!(empty.json()["summary"]["avg_order_value"], Value::Null);
    assert_eq!(empty.json()["pending_approvals_list"], json!([]));

    let foreign = beta.order(&app).insert().await.id;
    app.installment(beta.site).set(|i| i.special_order_id = Set(Some(foreign))).insert().await;
    app.order(alpha.site).insert().await;
    app.class_bundle(alpha.site, alpha.client).insert().await;
    app.sweep().await;
    assert_eq!(admin.get(PATH).await.statements(), 0);
    let order = alpha.order(&app).insert().await.id;
    app.sweep().await;
    assert_eq!(admin.get(PATH).await.json()["summary"]["in_progress"], 1);
    app.installment(alpha.site).set(|i| i.special_order_id = Set(Some(order))).insert().await;
    app.sweep().await;
    let fresh = admin.get(PATH).await;
    assert_eq!((fresh.statements(), &fresh.json()["summary"]["pending_installments"]), (3, &json!(1)));
}
