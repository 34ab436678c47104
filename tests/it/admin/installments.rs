//! `GET admin-management/{class-bundles|special-orders|orders}/installment-tracking`

use chrono::{Days, NaiveDate};
use sea_orm::{ActiveModelTrait as _, IntoActiveModel as _, Set};
use serde_json::{Value, json};
use tally_entity::{
    ClassBundleStatus, OrderStatus, Role, SpecialOrderStatus, WebsiteId, class_bundle, installment,
};
use tally_testkit::{Reply, TestApp, ago, now};

const CLASSES: &str = "/admin-management/class-bundles/installment-tracking/";
const SPECIAL: &str = "/admin-management/special-orders/installment-tracking/";
const ORDERS: &str = "/admin-management/orders/installment-tracking/";

/// `days` days after the day of every test.
fn due(days: i64) -> NaiveDate {
    let today = now().date_naive();
    let distance = Days::new(days.unsigned_abs());
    if days < 0 { today - distance } else { today + distance }
}

/// One installment of every state, each of another amount, and a cancelled one of 4,096 cents.
async fn one_of_each(app: &TestApp, site: WebsiteId, owner: impl Fn(&mut installment::ActiveModel)) {
    let states = [
        (1, Some(due(0)), false),
        (2, Some(due(-1)), false),
        (4, Some(due(30)), false),
        (8, None, false),
        (16, Some(due(-30)), true),
        (32, None, true),
    ];
    for (cents, due_on, paid) in states {
        let row = app.installment(site).set(|i| {
            (i.amount_cents, i.due_on) = (Set(cents), Set(due_on));
            i.paid_at = Set(paid.then(|| ago(1, 0)));
        });
        row.set(&owner).insert().await;
    }
    let cancelled = app.installment(site).set(|i| {
        (i.amount_cents, i.due_on, i.cancelled_at) = (Set(4_096), Set(Some(due(-1))), Set(Some(ago(1, 0))));
    });
    cancelled.set(&owner).insert().await;
}

async fn bundle(app: &TestApp, site: WebsiteId, status: ClassBundleStatus) -> class_bundle::Model {
    let client = app.user_id(Role::Client, Some(site)).await;
    app.class_bundle(site, client).set(|b| b.status = Set(status)).insert().await
}

/// The amounts of the listed installments, which tell them apart.
fn amounts(reply: &Reply) -> Vec<f64> {
    let rows = reply.json()["installments"].as_array().unwrap();
    assert_eq!(reply.json()["count"], rows.len());
    rows.iter().map(|row| row["amount"].as_f64().unwrap()).collect()
}

fn figures() -> Value {
    json!({ "total_installments": 6, "paid": 2, "unpaid": 2, "overdue": 1, "total_due": 0.15 })
}

#[tokio::test]
async fn the_five_figures_are_of_bundles_in_work_or_done() {
    let app = TestApp::start().await;
    let (site, other) = (app.website("alpha").await, app.website("beta").await);
    let bundle_id = bundle(&app, site, ClassBundleStatus::Completed).await.id;
    one_of_each(&app, site, |i| i.class_bundle_id = Set(Some(bundle_id))).await;
    let (idle, foreign) = (
        bundle(&app, site, ClassBundleStatus::NotStarted).await.id,
        bundle(&app, other, ClassBundleStatus::InProgress).await.id,
    );
    one_of_each(&app, site, |i| i.class_bundle_id = Set(Some(idle))).await;
    app.installment(other).set(|i| i.class_bundle_id = Set(Some(foreign))).insert().await;
    let order = app.order(site).insert().await;
    app.installment(site).set(|i| i.order_id = Set(Some(order.id))).insert().await;
    let staff = app.role(Role::Editor, Some(site)).await;

    let reply = staff.get(CLASSES).await;
    reply.assert_status(200);
    assert_eq!((reply.statements(), &reply.json()["statistics"]), (2, &figures()));
    assert_eq!(amounts(&reply), [0.16, 0.02, 0.01, 0.04, 0.08, 0.32]);
    let row = &reply.json()["installments"][1];
    assert_eq!(row["class_bundle"], bundle_id.0);
    insta::assert_json_snapshot!(row, @r#"
    {
      "id": 2,
      "class_bundle": 1,
      "amount": 0.02,
      "due_date": "2026-04-14",
      "is_paid": false,
      "paid_at": null,
      "paid_by": null,
      "payment_record": null,
      "payment_record_id": null,
      "installment_number": 3,
      "created_at": "2026-04-05T12:00:00Z",
      "is_overdue": true
    }
    "#);

    let alias = staff.get("/admin-management/class-bundles/dashboard/installment-tracking/").await;
    assert_eq!((alias.statements(), alias.json()), (0, reply.json()));
    let all = app.superadmin().await.get(CLASSES).await;
    assert_eq!(all.json()["statistics"]["total_installments"], 7);
    app.role(Role::Client, Some(site)).await.get(CLASSES).await.assert_problem(403, "forbidden");
}

#[tokio::test]
async fn the_filter_and_the_limit_are_of_the_list_alone() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let order = app.order(site).set(|o| o.status = Set(OrderStatus::Cancelled)).insert().await;
    one_of_each(&app, site, |i| i.order_id = Set(Some(order.id))).await;
    let removed = app.order(site).set(|o| o.deleted_at = Set(Some(ago(0, 1)))).insert().await;
    one_of_each(&app, site, |i| i.order_id = Set(Some(removed.id))).await;
    let staff = app.admin(site).await;

    let listed = [
        ("", vec![0.16, 0.02, 0.01, 0.04, 0.08, 0.32]),
        ("?status=", vec![0.16, 0.02, 0.01, 0.04, 0.08, 0.32]),
        ("?status=paid", vec![0.16, 0.32]),
        ("?status=unpaid", vec![0.01, 0.04]),
        ("?status=overdue", vec![0.02]),
        ("?status=late", vec![]),
        ("?limit=0", vec![0.16]),
        ("?limit=2", vec![0.16, 0.02]),
    ];
    for (query, expected) in listed {
        let reply = staff.get(&format!("{ORDERS}{query}")).await;
        reply.assert_status(200);
        assert_eq!(amounts(&reply), expected, "{query}");
        assert_eq!(reply.json()["statistics"], figures(), "{query}");
    }
    let reply = staff.get(ORDERS).await;
    assert_eq!((reply.statements(), &reply.json()["installments"][0]["order"]), (0, &json!(order.id.0)));
    staff.get(&format!("{ORDERS}?limit=many")).await.assert_problem(422, "invalid");

    let mut restored = removed.into_active_model();
    restored.deleted_at = Set(None);
    restored.update(app.db()).await.unwrap();
    app.sweep().await;
    let reply = staff.get(ORDERS).await;
    assert_eq!((reply.statements(), &reply.json()["statistics"]["total_installments"]), (2, &json!(12)));
}

#[tokio::test]
async fn special_orders_not_paid_in_full_are_listed_by_what_is_due_next() {
    let app = TestApp::start().await;
    let (site, other) = (app.website("alpha").await, app.website("beta").await);
    let client =
        app.user(Role::Client, Some(site)).set(|u| u.username = Set("ann".to_owned())).insert().await;
    let special = async |status, cents| {
        let row = app.special_order(site, client.id).set(|s| {
            (s.status, s.total_cost_cents) = (Set(status), Set(cents));
            s.completed_at = Set((status == SpecialOrderStatus::Completed).then(|| ago(1, 0)));
        });
        row.insert().await.id
    };
    let installment = async |owner, cents, due_on, paid: bool| {
        let row = app.installment(site).set(|i| {
            (i.special_order_id, i.amount_cents, i.due_on) = (Set(Some(owner)), Set(cents), Set(due_on));
            i.paid_at = Set(paid.then(|| ago(1, 0)));
        });
        row.insert().await
    };
    let undated = special(SpecialOrderStatus::InProgress, None).await;
    installment(undated, 100, None, false).await;
    let dated = special(SpecialOrderStatus::Completed, Some(5_000)).await;
    one_of_each(&app, site, |i| i.special_order_id = Set(Some(dated))).await;
    installment(dated, 300, Some(due(-1)), false).await;
    let settled = special(SpecialOrderStatus::Completed, Some(5_000)).await;
    installment(settled, 100, Some(due(-9)), true).await;
    let asked = special(SpecialOrderStatus::AwaitingApproval, Some(5_000)).await;
    installment(asked, 100, Some(due(-9)), false).await;
    let stranger = app.user_id(Role::Client, Some(other)).await;
    let foreign = app.special_order(other, stranger).insert().await.id;
    app.installment(other).set(|i| i.special_order_id = Set(Some(foreign))).insert().await;
    let staff = app.role(Role::Support, Some(site)).await;

    let reply = staff.get(&format!("{SPECIAL}?limit=1")).await;
    reply.assert_status(200);
    assert_eq!(reply.statements(), 3);
    insta::assert_json_snapshot!(reply.json(), @r#"
    {
      "installments": [
        {
          "id": 6,
          "special_order": 2,
          "amount_due": 0.16,
          "amount": 0.16,
          "due_date": "2026-03-16",
          "is_paid": true,
          "paid_at": "2026-04-14T12:00:00Z",
          "paid_by": null,
          "payment_record": null,
          "payment_record_id": null,
          "installment_number": 7,
          "created_at": "2026-04-05T12:00:00Z",
          "is_overdue": false
        }
      ],
      "count": 1,
      "statistics": {
        "total_installments": 9,
        "paid": 3,
        "unpaid": 2,
        "overdue": 2,
        "total_due": 4.15
      },
      "orders_with_pending_installments": 2,
      "pending_installments": [
        {
          "order_id": 2,
          "client_id": 1,
          "client_username": "ann",
          "total_cost": 50,
          "status": "completed",
          "pending_installments_count": 5,
          "total_pending_amount": 3.15,
          "next_due_date": "2026-04-14",
          "next_due_amount": 0.02
        },
        {
          "order_id": 1,
          "client_id": 1,
          "client_username": "ann",
          "total_cost": null,
          "status": "in_progress",
          "pending_installments_count": 1,
          "total_pending_amount": 1,
          "next_due_date": null,
          "next_due_amount": 1
        }
      ]
    }
    "#);
    let all = app.superadmin().await.get(SPECIAL).await;
    assert_eq!(all.json()["orders_with_pending_installments"], 3);
    let nothing = app.superadmin().await.get(&format!("{SPECIAL}?website_id=987654321")).await;
    nothing.assert_problem(404, "not-found");
}

#[tokio::test]
async fn only_what_is_read_ends_a_kept_answer() {
    let app = TestApp::start().await;
    let (site, other) = (app.website("alpha").await, app.website("beta").await);
    let id = bundle(&app, site, ClassBundleStatus::InProgress).await.id;
    let staff = app.admin(site).await;
    app.sweep().await;
    let empty = staff.get(CLASSES).await;
    assert_eq!(empty.json()["statistics"]["total_due"], 0);

    let order = app.order(other).insert().await;
    app.installment(other).set(|i| i.order_id = Set(Some(order.id))).insert().await;
    app.sweep().await;
    assert_eq!(staff.get(CLASSES).await.statements(), 0);
    app.installment(site).set(|i| i.class_bundle_id = Set(Some(id))).insert().await;
    app.sweep().await;
    let reply = staff.get(CLASSES).await;
    assert_eq!((reply.statements(), &reply.json()["statistics"]["total_installments"]), (2, &json!(1)));
}
